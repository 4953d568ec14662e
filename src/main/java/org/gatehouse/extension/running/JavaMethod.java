package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gatehouse.catalog.Noted;
import org.gatehouse.catalog.Tier;
import org.gatehouse.extension.Queries;
import org.gatehouse.extension.Records;
import org.gatehouse.extension.ToolCallException;
import org.gatehouse.extension.declared.Argument;
import org.gatehouse.extension.declared.Contributed;
import org.gatehouse.extension.running.Contribution.ContributedBean;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A contributed method with all that calling it takes. Holds classes of its deployment, so it is only ever lent. */
final class JavaMethod {
    private final Method method;
    private final List<Argument> arguments;
    private final ContributedBean bean;
    private final ClassLoader loader;
    private final JavaValues values;

    JavaMethod(Contributed declared, ContributedBean bean, ClassLoader loader, JavaValues values) {
        this.method = declared.method();
        this.arguments = declared.arguments();
        this.bean = bean;
        this.loader = loader;
        this.values = values;
        // The class of a bean need not be public.
        method.setAccessible(true);
    }

    /**
     * Runs it for a call.
     *
     * @param given the arguments of the call by name; a missing node for one that it leaves out
     * @param answer makes the answer of what the method returns; it runs the developer's code as well
     */
    <T> T run(
            DeveloperThreads threads, Services services, Noted call, Tier tier, Function<String, JsonNode> given,
            BiFunction<JavaValues, @Nullable Object, T> answer) {
        CallDesk desk = new CallDesk(call, tier, services, values);
        try {
            return threads.run(desk, loader, () -> answer.apply(values, bean.call(method, parameters(given))));
        } catch (ExecutionException e) {
            throw failure(e.getCause() instanceof InvocationTargetException thrown ? thrown.getCause() : e.getCause());
        }
    }

    private @Nullable Object[] parameters(Function<String, JsonNode> given) {
        return arguments.stream().map(argument -> argument.handedIn() ? handedIn(argument) : value(argument, given.apply(argument.name()))).toArray();
    }

    private static Object handedIn(Argument argument) {
        if (argument.type() == Records.class) {
            return new CallRecords();
        }
        return argument.type() == Queries.class ? new CallQueries() : new CurrentCall();
    }

    private @Nullable Object value(Argument argument, JsonNode given) {
        try {
            return values.value(given.isMissingNode() ? argument.otherwise() : given, argument.type());
        } catch (IllegalArgumentException e) {
            throw new Unfit(argument.name(), e);
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case ToolCallException told -> new ProblemException(new Problem.ToolFailed(String.valueOf(told.getMessage())));
            case Unfit unfit -> new ProblemException(new Problem.InvalidArguments(
                    "The arguments do not fit.", List.of(new Problem.Violation("/" + unfit.getMessage(), "this value cannot be taken"))));
            // The caller reads a reference only; the cause is for the operator.
            case null, default -> new IllegalStateException(method.getDeclaringClass().getName() + "." + method.getName() + " failed.", cause);
        };
    }

    /** Says which argument could not become the type of its parameter, although it fits the schema: a day that there is not, for example. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String argument, Throwable cause) {
            super(argument, cause);
        }
    }
}
