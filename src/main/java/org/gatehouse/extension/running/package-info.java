/**
 * Runs what developers contribute.
 *
 * <p>Start with {@link org.gatehouse.extension.running.JavaTool}. The developer's code runs in a thread of its own ({@link org.gatehouse.extension.running.DeveloperThreads}); what it asks of Gatehouse goes
 * over a {@link org.gatehouse.extension.running.CallDesk} to the call's own thread, which has the transaction and knows the caller. {@link org.gatehouse.extension.running.JavaContributions}
 * holds what there is, {@link org.gatehouse.extension.running.Contributions} is where deployments bring it and take it back.
 *
 * <p>It refuses a name that is taken, a write of a tool that only reads, a request outside a call, and code that takes too long. A refusal of Gatehouse ends the call, whatever the
 * code makes of it. A fault of the code is a fault of the server to callers: they get a reference, and the operator the cause.
 *
 * <p>The decision that shaped it: two threads for one call. Code that hangs cannot be stopped in Java, but it can be left behind: the call ends in time, its transaction is rolled
 * back, and whatever the code asks afterwards is refused. And a thread that never had the request, its token or its session cannot pass them on. One thread with an interrupt lost, because a
 * loop does not notice an interrupt.
 */
@NullMarked
package org.gatehouse.extension.running;

import org.jspecify.annotations.NullMarked;
