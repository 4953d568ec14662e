/**
 * People's pages: sign-in, second factor, consent, a person's own security, the start page and the error page; and the setup console, whose
 * pages all pass {@link org.gatehouse.console.SetupDoor}. The Facelets views are in {@code src/main/webapp}.
 *
 * <p>One view and one small bean per page; {@link org.gatehouse.console.SecurityHeaders} and {@link org.gatehouse.console.BrowserRequests}
 * stand before all of them. There is no script at all, so the content security policy forbids every one. A page keeps nothing that decides
 * anything: what the person is asked about lies in the session, and the form only carries its id. Pages are rendered by Jakarta Faces
 * because it brings view state, which a foreign site cannot guess, without a line of our own.
 */
@NullMarked
package org.gatehouse.console;

import org.jspecify.annotations.NullMarked;
