package org.gatehouse.mcp.transport;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is being sent to clients at this moment. A client that does not read is left after a while: it must not hold the thread that writes to it, nor
 * whoever waits to write to it next.
 */
@Singleton
class OpenWrites {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<Write> open = ConcurrentHashMap.newKeySet();

    /**
     * Writes in the current thread.
     *
     * @throws IOException if the client has gone, or did not read in time
     */
    void run(Work work) throws IOException {
        Write write = new Write(Thread.currentThread());
        open.add(write);
        try {
            work.run();
        } finally {
            open.remove(write);
            write.over();
        }
    }

    /** Ends what takes too long. */
    void look() {
        long now = System.nanoTime();
        open.stream().filter(write -> now - write.since > PATIENCE.toNanos()).forEach(Write::interrupt);
    }

    /** Something that writes to a client. */
    interface Work {
        void run() throws IOException;
    }

    private static final class Write {
        private final Thread thread;
        private final long since = System.nanoTime();
        private boolean over;
        private boolean interrupted;

        private Write(Thread thread) {
            this.thread = thread;
        }

        /** Only while it lasts: what the thread does next, in the database perhaps, must never be interrupted in its place. */
        private synchronized void interrupt() {
            if (!over) {
                interrupted = true;
                thread.interrupt();
            }
        }

        private synchronized void over() {
            over = true;
            if (interrupted) {
                // It was meant for the write.
                Thread.interrupted();
            }
        }
    }
}
