package benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts how long the product's threads are inside the database: executing statements and committing. */
final class DatabaseTime implements BeanPostProcessor {

    private final AtomicLong nanos = new AtomicLong();

    /** All of it so far. */
    Duration soFar() {
        return Duration.ofNanos(nanos.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return counted(Connection.class, super.getConnection());
        }
    }

    private <T> T counted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    boolean works = method.getName().startsWith("execute")
                            || method.getName().equals("commit")
                            || method.getName().equals("rollback");
                    long began = works ? System.nanoTime() : 0;
                    try {
                        Object result = method.invoke(target, arguments);
                        return switch (result) {
                            case PreparedStatement statement -> counted(PreparedStatement.class, statement);
                            case Statement statement
                            when method.getName().equals("createStatement") -> counted(Statement.class, statement);
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (works) {
                            nanos.addAndGet(System.nanoTime() - began);
                        }
                    }
                }));
    }
}
