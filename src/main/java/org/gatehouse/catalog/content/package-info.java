/** What tools, prompts and resources answer with: texts, images, sounds, and what stands under a URI. */
@NullMarked
package org.gatehouse.catalog.content;

import org.jspecify.annotations.NullMarked;
