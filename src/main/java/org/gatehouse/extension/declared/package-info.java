/**
 * Reads what a developer's class contributes: its annotated methods, the JSON Schemas of their types, and what else the class refers to.
 *
 * <p>Start with {@link org.gatehouse.extension.declared.Declarations}. {@link org.gatehouse.extension.declared.JavaSchema} makes a schema of a type, {@link
 * org.gatehouse.extension.declared.UserMode} knows what a contributing class may not touch. It is plain reflection: nothing here calls the developer's code.
 *
 * <p>It refuses with a sentence for the developer, {@link org.gatehouse.extension.declared.Unusable}: which method, and what to do.
 *
 * <p>The decision that shaped it: annotations are read by their names, ours and those of the neutral API {@code org.mcpjava} alike, so that a class written for that API
 * needs no change and Gatehouse no dependency on it. The price is that a member's name is a text here.
 */
@NullMarked
package org.gatehouse.extension.declared;

import org.jspecify.annotations.NullMarked;
