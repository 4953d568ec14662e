/**
 * What a call and its client say to each other before the answer.
 *
 * <p>Start with {@link org.gatehouse.catalog.dialogue.Dialogue}. A tool that needs something of the person or the model asks with {@code ask}. The
 * question ends the call: its transaction rolls back, and once the answers are there the call is made again, from its beginning, with them. So no
 * call ever holds a connection to the database while a person thinks, and the two protocol eras, one that sends questions over a stream and one
 * that has clients call again, are the same to a tool.
 */
@NullMarked
package org.gatehouse.catalog.dialogue;

import org.jspecify.annotations.NullMarked;
