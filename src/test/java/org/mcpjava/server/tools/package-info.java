/** The annotations of the neutral API as far as the adapter reads them, in its place: its artifact is in no repository that the build reaches. */
@NullMarked
package org.mcpjava.server.tools;

import org.jspecify.annotations.NullMarked;
