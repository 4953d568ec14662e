package org.gatehouse.extension.declared;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.extension.declared.Marked.Kind;

/** Reads a method that is a resource or a family of them. */
final class ResourceReader extends MethodReader {
    /** Schemes of what Gatehouse itself reads. */
    private static final Set<String> TAKEN = Set.of("record", "schema", "query");

    ResourceReader(Method method, Marked mark) {
        super(method, mark);
    }

    /**
     * Reads it.
     *
     * @param member the member of the annotation that has the URI
     */
    Contributed.Resource read(String member) {
        UriTemplate uri = new UriTemplate(mark().text(member));
        if (TAKEN.contains(uri.text().substring(0, uri.text().indexOf(':')))) {
            throw new Unusable("the URI '" + uri.text() + "' has a scheme of Gatehouse's own; use another than record, schema and query");
        }
        if (method().getReturnType() != byte[].class && method().getReturnType() != String.class) {
            JavaSchema.ofResults().of(method().getAnnotatedReturnType(), method());
        }
        List<Argument> arguments = new ArrayList<>();
        Set<String> open = new HashSet<>(uri.variables());
        for (Parameter parameter : method().getParameters()) {
            if (handedIn(parameter)) {
                arguments.add(Argument.handedIn(parameter.getType()));
                continue;
            }
            String name = name(parameter, Marked.find(parameter, Kind.TEMPLATE_ARGUMENT));
            if (parameter.getType() != String.class || !open.remove(name)) {
                throw new Unusable("parameter " + name + ": it takes one String for each variable of its URI, which are " + uri.variables());
            }
            arguments.add(new Argument(name, String.class, false, MissingNode.getInstance()));
        }
        if (!open.isEmpty()) {
            throw new Unusable("the variables " + open + " of its URI have no parameter; add a String for each");
        }
        return new Contributed.Resource(name(), title(), description(), uri, mark().text("mimeType"), icons(), method(), arguments);
    }
}
