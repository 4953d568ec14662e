package org.gatehouse.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that fails once, at a step of the test's choice. Steps are the execution of a statement and the commit. */
public final class Faults {
    private int stepsLeft = -1;
    private Moment moment = Moment.BEFORE;

    /** Whether the step that fails is done. */
    public enum Moment {
        /** The step is not done, and fails. */
        BEFORE,
        /** The step is done, and the answer is lost. */
        AFTER
    }

    /** The data source with faults. */
    public DataSource in(DataSource sound) {
        return proxy(DataSource.class, sound, (method, result) -> result instanceof Connection connection ? connection(connection) : result);
    }

    /** Lets the n-th step from now fail. */
    public void failAt(int step, Moment when) {
        stepsLeft = step;
        moment = when;
    }

    /** Ends the faults. True if one happened since {@link #failAt}. */
    public boolean end() {
        boolean happened = stepsLeft <= 0;
        stepsLeft = -1;
        return happened;
    }

    private Connection connection(Connection sound) {
        return proxy(
                Connection.class, sound,
                (method, result) -> result instanceof PreparedStatement statement ? proxy(PreparedStatement.class, statement, (m, r) -> r) : result);
    }

    private <T> T proxy(Class<T> type, T sound, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            boolean fails = isStep(method) && stepsLeft > 0 && --stepsLeft == 0;
            if (fails && moment == Moment.BEFORE) {
                throw new SQLException("A fault of the test");
            }
            @Nullable Object result = call(sound, method, arguments);
            if (fails) {
                throw new SQLException("A fault of the test");
            }
            return answer.of(method, result);
        }));
    }

    private static boolean isStep(Method method) {
        return method.getName().startsWith("execute") || method.getName().equals("commit");
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private interface Answer {
        @Nullable Object of(Method method, @Nullable Object result);
    }
}
