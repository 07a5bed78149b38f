package tallyfold.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tallyfold.audit.AuditEntry;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditFilter;
import tallyfold.audit.AuditKeys;
import tallyfold.audit.AuditLog;
import tallyfold.audit.AuditService;
import tallyfold.security.ChangeUserResult;
import tallyfold.security.Role;
import tallyfold.security.SignOut;
import tallyfold.security.UserDraft;
import tallyfold.security.UserRow;
import tallyfold.security.UserService;
import tallyfold.security.UserStatus;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.SignedInAs;
import tallyfold.support.TestUsers;
import tallyfold.uikit.Note;

/** The pages "Users", "Profile" and "Audit log" on the real services. */
@SpringBootTest(
        classes = UsersPageTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:users-page;DB_CLOSE_DELAY=-1",
            "tallyfold.home=target/users-page-test",
            "tallyfold.demo.admin-password=kestrel-marsh-41-oak",
            "db-scheduler.enabled=false"
        })
@SignedInAs(Role.ADMINISTRATOR)
@SuppressWarnings("NullAway")
class UsersPageTest extends SpringBrowserlessTest {

    private static final String PASSWORD = "the old words of anna";
    private static final String HASH = PasswordHash.of(PASSWORD);

    /** Made once: it takes a moment. */
    private static final class PasswordHash {
        static String of(String password) {
            return new Passwords().hash(password);
        }
    }

    @Autowired
    private UserService users;

    @Autowired
    private UserRepository repository;

    @Autowired
    private AuditService audit;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private SignOut signOut;

    // Only these pages: the others of the module need beans that this context does without.
    @Override
    protected Set<String> scanPackages() {
        return Set.of("tallyfold.administration.ui");
    }

    @BeforeEach
    void onlyAnna() {
        for (String table : List.of("user_session", "app_user", "sign_in_failure")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        repository.insert(TestUsers.user(Role.ADMINISTRATOR, "anna"), HASH, Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private Grid<UserRow> grid() {
        return find(Grid.class).single();
    }

    private UserRow row(String name) {
        return users.rows().stream()
                .filter(row -> row.user().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private TextField field(String caption) {
        return find(TextField.class).withCaption(caption).single();
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void invitesAndShowsTheLinkOnce() {
        UI.getCurrent().navigate("users");
        press("Invite people");
        press("Create invitation");
        assertThat(field("Sign-in name").getErrorMessage()).contains("will sign in with");
        test(field("Sign-in name")).setValue("mona");
        test(find(EmailField.class).withCaption("E-mail").single()).setValue("no address");
        press("Create invitation");
        assertThat(find(EmailField.class).withCaption("E-mail").single().getErrorMessage())
                .contains("not an e-mail address");
        test(find(EmailField.class).withCaption("E-mail").single()).setValue("mona@contoso.com");
        press("Create invitation");
        assertThat(field("One-time link").getValue()).startsWith("invite/").hasSizeGreaterThan(40);
        assertThat(find(Button.class).withText("Copy").exists()).isTrue();
        press("Close");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(row("mona").status()).isEqualTo(UserStatus.INVITED);
        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @Test
    void saysWhyTheLastAdministratorStays() {
        UI.getCurrent().navigate("users");
        new EditUserDialog(users, row("anna"), () -> {}).open();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Role> role = find(RadioButtonGroup.class).single();
        role.setValue(Role.VIEWER);
        press("Save");
        assertThat(words(find(Note.class).single())).contains("last administrator");
        assertThat(row("anna").user().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void saysThatSomebodyElseWasFaster() {
        repository.insert(TestUsers.user(Role.VIEWER, "ben"), HASH, Instant.EPOCH);
        UI.getCurrent().navigate("users");
        UserRow before = row("ben");
        assertThat(users.edit(before.user().id(), new UserDraft("", "Ben", "", Role.VIEWER), before.version()))
                .isInstanceOf(ChangeUserResult.Changed.class);
        new EditUserDialog(users, before, () -> {}).open();
        press("Save");
        assertThat(words(find(Note.class).single())).contains("nothing was overwritten");
    }

    @Test
    void keepsTheFilterInTheAddress() {
        repository.insert(TestUsers.user(Role.VIEWER, "ben"), HASH, Instant.EPOCH);
        UI.getCurrent().navigate("users", QueryParameters.of("filter", "viewer"));
        assertThat(test(grid()).size()).isEqualTo(1);
        UI.getCurrent().navigate("users", QueryParameters.of("filter", "nobody like this"));
        assertThat(find(Grid.class).exists()).isFalse();
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void everyRoleHasAProfileButNotTheUsers() {
        jdbc.sql("UPDATE app_user SET role = 'VIEWER'").update();
        UI.getCurrent().navigate("profile");
        assertThat(getCurrentView()).isInstanceOf(ProfileView.class);
        test(field("Name")).setValue("Anna Lee");
        press("Save");
        assertThat(jdbc.sql("SELECT display_name FROM app_user")
                        .query(String.class)
                        .single())
                .isEqualTo("Anna Lee");
    }

    @Test
    void changesTheOwnPassword() {
        UI.getCurrent().navigate("profile");
        press("Change password");
        passwords("wrong", "four quiet lowercase words");
        assertThat(password("Current password").getErrorMessage()).contains("not your current");
        passwords(PASSWORD, "short");
        assertThat(password("New password").getErrorMessage()).contains("at least 12");
        passwords(PASSWORD, "four quiet lowercase words");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    private void passwords(String current, String wanted) {
        test(password("Current password")).setValue(current);
        test(password("New password")).setValue(wanted);
        test(password("Repeat new password")).setValue(wanted);
        test(find(Button.class).withText("Change password").all().getLast()).click();
    }

    private PasswordField password(String caption) {
        return find(PasswordField.class).withCaption(caption).single();
    }

    @Test
    void showsWhatWasDoneInWordsAndWhetherItIsIntact() throws InterruptedException {
        log.record(new AuditEvent("system", "192.0.2.1", "user.signed-in", "anna", AuditEvent.Outcome.REFUSED, null));
        UI.getCurrent().navigate("audit", QueryParameters.of("outcome", "refused"));
        @SuppressWarnings("unchecked")
        Grid<AuditEntry> events = find(Grid.class).single();
        AuditEntry first = test(events).getRow(0);
        assertThat(AuditWords.action(first.event().action())).isEqualTo("Signed in");
        assertThat(first.event().outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
        assertThat(find(Button.class).withText("Verify").exists()).isTrue();
        for (int i = 0; i < 200 && !words(find(Note.class).single()).contains("Intact"); i++) {
            Thread.sleep(20);
            VaadinSession session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
        }
        assertThat(words(find(Note.class).single())).contains("Intact");
    }

    @Test
    void exportsSafely() throws IOException {
        log.record(new AuditEvent("system", null, "user.signed-in", "=1+1", AuditEvent.Outcome.REFUSED, "a\"b"));
        StringWriter file = new StringWriter();
        AuditExport.write(file, audit, new AuditFilter("=1", null, null, null, null, null));
        assertThat(file.toString())
                .contains("\"Number\",\"When\",\"Who\"", "\"'=1+1\"", "\"a\"\"b\"", "\"Signed in\"")
                .doesNotContain(",\"=1+1\"");
    }

    @Test
    void understandsItsOwnAddressAndNothingElse() {
        AuditAddress address = AuditAddress.of(QueryParameters.fromString(
                "text=x&person=anna&action=user&outcome=success&from=2026-11-01&to=2026-11-30"));
        assertThat(AuditAddress.of(address.parameters())).isEqualTo(address);
        assertThat(AuditAddress.of(QueryParameters.fromString(
                        "action=moon&outcome=maybe&from=yesterday&to=%2B999999999-12-31&person=")))
                .isEqualTo(AuditAddress.of(QueryParameters.empty()));
    }

    @Test
    void sessionsCanBeEndedOneByOne() {
        jdbc.sql("""
                        INSERT INTO user_session (id, user_id, since, proved_at, last_used, address, browser)
                        SELECT RANDOM_UUID(), id, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,
                               '192.0.2.9', 'Firefox on Windows' FROM app_user""").update();
        UI.getCurrent().navigate("profile");
        assertThat(words(find(ListItem.class).single())).contains("Firefox on Windows", "192.0.2.9");
        press("Sign out");
        assertThat(find(ListItem.class).exists()).isFalse();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM user_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void signsEveryoneOutAndSaysBeforehandHowMany() {
        repository.insert(TestUsers.user(Role.VIEWER, "ben"), HASH, Instant.EPOCH);
        jdbc.sql("""
                        INSERT INTO user_session (id, user_id, since, proved_at, last_used, address, browser)
                        SELECT RANDOM_UUID(), id, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,
                               '192.0.2.9', 'Firefox on Windows' FROM app_user""").update();
        UI.getCurrent().navigate("users");
        press("Sign out everyone");
        assertThat(words(find(Dialog.class).single()))
                .contains("2 sessions of 2 people", "yours too", "signs in again");
        press("Cancel");
        assertThat(sessions()).isEqualTo(2);
        press("Sign out everyone");
        test(find(Button.class).withText("Sign out everyone").all().getLast()).click();
        assertThat(sessions()).isZero();
        verify(signOut).now();
    }

    private long sessions() {
        return jdbc.sql("SELECT COUNT(*) FROM user_session").query(Long.class).single();
    }

    @SpringBootApplication(
            scanBasePackages = {"tallyfold.security", "tallyfold.audit", "tallyfold.network"},
            proxyBeanMethods = false)
    @EnableVaadin("tallyfold.administration")
    static class Application {

        @Bean
        AuditKeys auditKeys() {
            return () -> new byte[32];
        }
    }
}
