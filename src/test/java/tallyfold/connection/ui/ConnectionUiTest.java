package tallyfold.connection.ui;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import tallyfold.audit.AuditKeys;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.FakeProvider;
import tallyfold.connection.FakeVault;
import tallyfold.connection.ui.ConnectionUiTest.Application;
import tallyfold.connection.ui.DemoTokenOffer.DemoToken;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.UserService;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;
import tallyfold.vault.SecretVault;

/** The screens of the module on its real services, with a fake source system; one context for all that extend it. */
@SpringBootTest(
        classes = Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:connection-ui;DB_CLOSE_DELAY=-1",
            "tallyfold.home=target/connection-ui-test",
            "db-scheduler.enabled=false"
        })
@SuppressWarnings("NullAway")
abstract class ConnectionUiTest extends SpringBrowserlessTest {

    @Autowired
    protected ConnectionService service;

    @Autowired
    protected FakeProvider provider;

    @Autowired
    protected HeldExecutor held;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    // Only the module's own routes: the frame around them needs beans that this context does without.
    @Override
    protected Set<String> scanPackages() {
        return Set.of("tallyfold.connection.ui");
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("connection_secret", "connection_grant", "connection")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        provider.reset();
        held.clear();
    }

    protected long stored() {
        return jdbc.sql("SELECT (SELECT COUNT(*) FROM connection) + (SELECT COUNT(*) FROM connection_secret)")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    protected void letChecksRun() {
        held.runAll();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    protected TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    protected PasswordField tokenField() {
        return find(PasswordField.class).withCaption("Personal Access Token").single();
    }

    protected void press(String text) {
        test(find(Button.class).withCaption(text).single()).click();
    }

    protected void fill(String address, String account, String token) {
        test(field("Azure DevOps Site URL")).setValue(address);
        test(field("Account")).setValue(account);
        test(tokenField()).setValue(token);
    }

    protected List<String> checkLines() {
        return find(ListItem.class).withClassName("tf-check").all().stream()
                .map(ConnectionUiTest::text)
                .toList();
    }

    protected boolean windowOpen() {
        return find(Dialog.class).exists();
    }

    protected static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    protected static String html(Element element) {
        return element.getOuterHTML();
    }

    @SpringBootApplication(
            scanBasePackages = {"tallyfold.connection", "tallyfold.audit"},
            proxyBeanMethods = false)
    @EnableVaadin("tallyfold.connection")
    @EnableMethodSecurity
    @Import(CurrentUser.class)
    static class Application {

        @Bean
        FakeProvider fakeProvider() {
            return new FakeProvider();
        }

        @Bean
        SecretVault secretVault() {
            return FakeVault.create();
        }

        @Bean
        UserService userService() {
            UserService users = mock(UserService.class);
            when(users.list()).thenReturn(List.of(TestUsers.user(Role.PROJECT_MANAGER, "mona")));
            return users;
        }

        @Bean
        MutableClock clock() {
            return new MutableClock(Clock.systemUTC().instant());
        }

        @Bean
        HeldExecutor backgroundExecutor() {
            return new HeldExecutor();
        }

        @Bean
        AuditKeys auditKeys() {
            return () -> new byte[32];
        }

        @Bean
        DemoTokenOffer demoTokenOffer() {
            return () -> List.of(
                    new DemoToken("Works", "https://dev.azure.com/demo", "anna@contoso.com", FakeProvider.GOOD));
        }
    }
}
