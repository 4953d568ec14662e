package org.gatehouse.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions as the container makes them: whatever a thread does between begin and commit happens on one connection. */
public final class Transactions {
    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final DataSource pool;

    public Transactions(DataSource pool) {
        this.pool = pool;
    }

    public DataSource pool() {
        return pool;
    }

    /** Runs work in one transaction. */
    public <T> T run(Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } finally {
                CURRENT.remove();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs work in a transaction beside the thread's, which goes on afterwards. */
    public <T> T runApart(Supplier<T> work) {
        Connection suspended = CURRENT.get();
        try {
            return run(work);
        } finally {
            CURRENT.set(suspended);
        }
    }

    /** A data source that joins the thread's transaction if there is one. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection joined = CURRENT.get();
            return method.getName().equals("getConnection") && joined != null ? leftOpen(joined) : call(pool, method, arguments);
        });
    }

    private static Connection leftOpen(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> call.answer(method, arguments)));
    }

    private interface Call {
        @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable;
    }
}
