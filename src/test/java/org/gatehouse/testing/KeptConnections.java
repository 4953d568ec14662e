package org.gatehouse.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.apache.commons.pool2.BaseKeyedPooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the databases of one PostgreSQL server, kept for the next statement as an application server keeps them: the server starts a
 * process for each new one. Those that nobody uses give way when another database needs one.
 */
final class KeptConnections {
    /** The test server takes 300. */
    private static final int MOST = 250;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final int port;
    private final GenericKeyedObjectPool<String, PooledConnection> pool;

    KeptConnections(int port) {
        this.port = port;
        var config = new GenericKeyedObjectPoolConfig<PooledConnection>();
        config.setMaxTotal(MOST);
        config.setMaxTotalPerKey(MOST);
        config.setMaxIdlePerKey(MOST);
        config.setMaxWait(LONGEST_WAIT);
        config.setJmxEnabled(false);
        pool = new GenericKeyedObjectPool<>(new Opened(), config);
    }

    DataSource to(String database) {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1;

            @Override
            public Connection getConnection() throws SQLException {
                return borrow(database);
            }
        };
    }

    private Connection borrow(String database) throws SQLException {
        try {
            return pool.borrowObject(database).getConnection();
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    private void discard(String database, PooledConnection broken) {
        try {
            pool.invalidateObject(database, broken);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Opened extends BaseKeyedPooledObjectFactory<String, PooledConnection> {
        @Override
        public PooledConnection create(String database) throws SQLException {
            var source = new PGConnectionPoolDataSource();
            source.setPortNumbers(new int[] {port});
            source.setDatabaseName(database);
            source.setUser("postgres");
            source.setReWriteBatchedInserts(true);
            PooledConnection opened = source.getPooledConnection();
            opened.addConnectionEventListener(new ConnectionEventListener() {
                private boolean broken;

                @Override
                public void connectionErrorOccurred(ConnectionEvent event) {
                    broken = true;
                }

                @Override
                public void connectionClosed(ConnectionEvent event) {
                    if (broken) {
                        discard(database, opened);
                    } else {
                        pool.returnObject(database, opened);
                    }
                }
            });
            return opened;
        }

        @Override
        public PooledObject<PooledConnection> wrap(PooledConnection opened) {
            return new DefaultPooledObject<>(opened);
        }

        @Override
        public void destroyObject(String database, PooledObject<PooledConnection> kept) throws SQLException {
            kept.getObject().close();
        }
    }
}
