/**
 * The working parts of servers that administrators make: named queries, prompts and resources.
 *
 * <p>Start with {@link org.gatehouse.tool.custom.CustomToolParts}, which makes them of a document.
 *
 * <p>It refuses what the caller may not read in the words that an unknown name gets.
 *
 * <p>The decision that shaped it: all of them ask the query engine with the caller's rights, and values reach it as values. Reading records any
 * other way lost, because there would have been a second place that decides who sees what.
 */
@NullMarked
package org.gatehouse.tool.custom;

import org.jspecify.annotations.NullMarked;
