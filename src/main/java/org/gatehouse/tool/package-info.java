/**
 * The standard tools, one CDI bean per file, each named after its wire name.
 *
 * <p>A tool translates: arguments into a call of a service, its answer into a structured result and a text. It decides nothing about
 * permission, and names no other tool. What it read it notes on the call's audit draft.
 */
@NullMarked
package org.gatehouse.tool;

import org.jspecify.annotations.NullMarked;
