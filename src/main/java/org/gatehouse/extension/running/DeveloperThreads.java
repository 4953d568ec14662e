package org.gatehouse.extension.running;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the code of one contributed method, each call in a new thread: nothing that a call leaves in its thread is there for the next. Code that does not end is left behind; when
 * too much of it runs, the method is not called any more.
 */
final class DeveloperThreads {
    private static final int MOST_LEFT_BEHIND = 4;

    private final String name;
    private final Duration limit;
    private final Set<Thread> leftBehind = ConcurrentHashMap.newKeySet();

    DeveloperThreads(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
    }

    /**
     * Runs it, and serves what it asks for.
     *
     * @throws ExecutionException what the code throws
     */
    <T extends @Nullable Object> T run(CallDesk desk, ClassLoader loader, Callable<T> code) throws ExecutionException {
        leftBehind.removeIf(thread -> !thread.isAlive());
        if (leftBehind.size() >= MOST_LEFT_BEHIND) {
            throw new ProblemException(new Problem.LimitExceeded(
                    "Earlier calls of " + name + " do not come to an end, so it is not called again until they do. Tell your administrator."));
        }
        FutureTask<T> work = desk.work(code);
        Thread thread = Thread.ofPlatform().name("gatehouse-" + name).daemon().inheritInheritableThreadLocals(false).unstarted(work);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return desk.serve(work, limit);
        } finally {
            if (!work.isDone()) {
                leftBehind.add(thread);
                thread.interrupt();
            }
        }
    }
}
