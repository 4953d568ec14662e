package org.gatehouse.extension.running;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gatehouse.catalog.Noted;
import org.gatehouse.catalog.Tier;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a developer's code asks Gatehouse for something: the request is done in the call's own thread, which waits here for requests and for the end. One desk is one call, so
 * whatever goes over it is done as that call's caller.
 */
final class CallDesk {
    private static final ThreadLocal<@Nullable CallDesk> CURRENT = new ThreadLocal<>();

    /** How often the call looks whether anybody still waits for it. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final BlockingQueue<FutureTask<?>> requests = new LinkedBlockingQueue<>();
    private final Noted call;
    private final Tier tier;
    private final Services services;
    private final JavaValues values;
    private volatile boolean over;
    private long rows;
    private int questions;

    CallDesk(Noted call, Tier tier, Services services, JavaValues values) {
        this.call = call;
        this.tier = tier;
        this.services = services;
        this.values = values;
    }

    /** The desk of the call that this thread is the developer's thread of. */
    static CallDesk current() {
        CallDesk desk = CURRENT.get();
        if (desk == null) {
            throw new IllegalStateException(
                    "There is no running call here. Records, Queries and Call belong to the call of a tool, prompt or resource: use them while the method runs, in the thread that it was called in.");
        }
        return desk;
    }

    /** Whether the tool changes records, and which way. */
    Tier tier() {
        return tier;
    }

    /** How values become JSON and back. */
    JavaValues values() {
        return values;
    }

    /** Who calls; says nothing that the developer's code may not know. */
    Noted call() {
        return call;
    }

    /** A name for the next question, which is the same when the call is made anew. */
    String nextQuestion() {
        questions++;
        return "question-" + questions;
    }

    /** Has something done in the call's thread, from the developer's. */
    <T> T ask(Request<T> request) {
        FutureTask<T> task = new FutureTask<>(() -> request.answer(services, call));
        requests.add(task);
        if (over) {
            task.cancel(false);
        }
        try {
            return task.get();
        } catch (CancellationException | InterruptedException | ExecutionException e) {
            // A failed request ends the call; the call's thread has the reason.
            throw new CallOver();
        }
    }

    /** Notes that records were read or written. Belongs to the call's thread. */
    void noteRows(long more) {
        rows += more;
        call.noteRows(rows);
    }

    /** The developer's work, as its thread runs it. */
    <T extends @Nullable Object> FutureTask<T> work(Callable<T> work) {
        return new FutureTask<>(() -> {
            CURRENT.set(this);
            try {
                return work.call();
            } finally {
                CURRENT.remove();
            }
        }) {
            @Override
            protected void done() {
                requests.add(this);
            }
        };
    }

    /**
     * Serves the requests of the work until it is done. Runs in the call's thread.
     *
     * @throws ExecutionException what the work throws
     * @throws ProblemException if a request is refused, nobody waits any more, or the time is over
     */
    @SuppressWarnings("ReferenceEquality") // The work itself is asked for, not one like it.
    <T extends @Nullable Object> T serve(FutureTask<T> work, Duration limit) throws ExecutionException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                FutureTask<?> next = requests.poll(Math.max(1, Math.min(LOOK.toNanos(), end - System.nanoTime())), TimeUnit.NANOSECONDS);
                if (next == work) {
                    return work.get();
                }
                if (next != null) {
                    answer(next);
                }
                call.dialogue().checkpoint();
                if (System.nanoTime() - end >= 0) {
                    throw new ProblemException(new Problem.LimitExceeded("The tool took more than " + limit.toSeconds() + " seconds and was ended. What it had written was undone."));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled("The server is stopping."));
        } finally {
            over = true;
            requests.forEach(open -> open.cancel(false));
        }
    }

    /** Does one request; its failure is the call's. */
    private static void answer(FutureTask<?> request) throws InterruptedException {
        request.run();
        try {
            request.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Something that the developer's code asks for. */
    interface Request<T> {
        T answer(Services services, Noted call);
    }
}
