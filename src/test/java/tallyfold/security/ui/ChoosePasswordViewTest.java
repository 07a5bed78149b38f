package tallyfold.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.SecurityWebTest;
import tallyfold.security.SignedInPage;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.UserRepository;
import tallyfold.support.SignedInAs;
import tallyfold.support.TestUsers;

@SecurityWebTest
@ViewPackages(classes = {LoginView.class, SignedInPage.class})
@SignedInAs(value = Role.ADMINISTRATOR, name = "otto", passwordGiven = true)
@SuppressWarnings("NullAway")
class ChoosePasswordViewTest extends SpringBrowserlessTest {

    private static final String GIVEN = "from the file of the set-up";
    private static final String OWN = "four quiet lowercase words";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserRepository users;

    @Autowired
    private Passwords passwords;

    @Autowired
    private CurrentUser current;

    @BeforeEach
    void otto() {
        users.insert(TestUsers.user(Role.ADMINISTRATOR, "otto"), passwords.hash(GIVEN), Instant.EPOCH);
        jdbc.sql("UPDATE app_user SET password_given = TRUE WHERE name = 'otto'")
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM app_user WHERE name = 'otto'").update();
    }

    private PasswordField field(String caption) {
        return find(PasswordField.class).withCaption(caption).single();
    }

    private void choose(String password) {
        test(field("Password")).setValue(password);
        test(field("Repeat password")).setValue(password);
        test(find(Button.class).withText("Save password").single()).click();
    }

    @Test
    void everyOtherPageLeadsHere() {
        UI.getCurrent().navigate("tests/signed-in");
        assertThat(find(H1.class).single().getText()).isEqualTo("Choose a password");
        UI.getCurrent().navigate("login");
        assertThat(find(H1.class).single().getText()).isEqualTo("Choose a password");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE action = 'access.refused'")
                        .query(Long.class)
                        .single())
                .as("being led here is no attempt")
                .isZero();
    }

    @Test
    void offersTheWayOutAndHelp() {
        UI.getCurrent().navigate("choose-password");
        assertThat(find(Button.class).withText("Sign out").exists()).isTrue();
        assertThat(find(Anchor.class).single().getHref()).isEqualTo("help/sign-in#a-password-chosen-for-you");
        assertThat(find(TextField.class).withCaption("User name").single().getValue())
                .isEqualTo("otto");
    }

    @Test
    void takesNeitherTheGivenPasswordNorAWeakOne() {
        UI.getCurrent().navigate("choose-password");
        choose(GIVEN);
        assertThat(field("Password").getErrorMessage()).contains("chosen for you");
        choose("short");
        assertThat(field("Password").getErrorMessage()).contains("at least 12");
        assertThat(current.hasGivenPassword()).isTrue();
        assertThat(users.findByName("otto").orElseThrow().passwordGiven()).isTrue();
    }

    @Test
    void opensEverythingOnceThePasswordIsTheUsersOwn() {
        UI.getCurrent().navigate("choose-password");
        choose(OWN);
        var stored = users.findByName("otto").orElseThrow();
        assertThat(stored.passwordGiven()).isFalse();
        assertThat(passwords.matches(OWN, stored.passwordHash())).isTrue();
        UI.getCurrent().navigate("tests/signed-in");
        assertThat(find(SignedInPage.class).exists()).isTrue();
        UI.getCurrent().navigate("choose-password");
        assertThat(find(PasswordField.class).exists()).isFalse();
    }
}
