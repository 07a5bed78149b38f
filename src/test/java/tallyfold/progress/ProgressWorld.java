package tallyfold.progress;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditLog;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.support.Databases;
import tallyfold.support.TestUsers;
import tallyfold.workitem.ItemFigureStore;

/** The module on a database of a test, without web and sign-in: Anna is who acts. */
public final class ProgressWorld implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public ProgressWorld(Databases database, Clock clock) {
        CurrentUser anna = mock(CurrentUser.class);
        when(anna.require()).thenReturn(TestUsers.user(Role.PROJECT_MANAGER, "anna"));
        context.registerBean(DataSource.class, database::dataSource, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(CurrentUser.class, () -> anna);
        context.registerBean(AuditLog.class, () -> mock(AuditLog.class));
        context.register(
                Transactions.class,
                ItemFigureStore.class,
                ProgressService.class,
                ProgressRuleService.class,
                FigureRebuild.class);
        context.scan("tallyfold.progress.internal", "tallyfold.workitem.internal");
        context.refresh();
    }

    public ProgressService service() {
        return context.getBean(ProgressService.class);
    }

    public ProgressRuleService rules() {
        return context.getBean(ProgressRuleService.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public void publish(Object event) {
        context.publishEvent(event);
    }

    @Override
    public void close() {
        context.close();
    }
}
