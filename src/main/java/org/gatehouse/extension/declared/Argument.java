package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Type;

/**
 * Where the value of a parameter comes from.
 *
 * @param name the name on the wire; empty for one that is handed in
 * @param type its type; for one that is handed in {@code Call}, {@code Records} or {@code Queries}
 * @param handedIn whether it is no argument of the call
 * @param otherwise what it is if the call leaves it out; a missing node for nothing
 */
public record Argument(String name, Type type, boolean handedIn, JsonNode otherwise) {
    static Argument handedIn(Class<?> type) {
        return new Argument("", type, true, MissingNode.getInstance());
    }
}
