package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.extension.declared.Contributed.Completed;
import org.gatehouse.extension.declared.Marked.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a method that completes an argument of a prompt or a variable of a family of resources. */
final class CompletionReader extends MethodReader {
    CompletionReader(Method method, Marked mark) {
        super(method, mark);
    }

    Contributed.Completion read(Completed what) {
        if (!(method().getGenericReturnType() instanceof ParameterizedType list) || list.getRawType() != List.class || list.getActualTypeArguments()[0] != String.class) {
            throw new Unusable("a completion returns a List<String>");
        }
        List<Argument> arguments = new ArrayList<>();
        @Nullable String completed = null;
        for (Parameter parameter : method().getParameters()) {
            if (handedIn(parameter)) {
                arguments.add(Argument.handedIn(parameter.getType()));
                continue;
            }
            if (completed != null || parameter.getType() != String.class) {
                throw new Unusable("a completion takes one String, which is what the person has written so far");
            }
            completed = name(parameter, Marked.find(parameter, Kind.COMPLETION_ARGUMENT));
            arguments.add(new Argument(completed, String.class, false, MissingNode.getInstance()));
        }
        if (completed == null) {
            throw new Unusable("a completion takes one String, whose name is that of what it completes");
        }
        return new Contributed.Completion(what, mark().text("value"), completed, method(), arguments);
    }
}
