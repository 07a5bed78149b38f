package tallyfold.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.security.SecurityWebTest;
import tallyfold.security.internal.SignInRefusal;
import tallyfold.uikit.Note;

@SecurityWebTest
@ViewPackages(classes = LoginView.class)
@SuppressWarnings("NullAway")
class SignInViewsTest extends SpringBrowserlessTest {

    private static final String PASSWORD = "four quiet lowercase words";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Nested
    class SigningIn {

        @Test
        void asksForNameAndPasswordUnderOneHeading() {
            navigate(LoginView.class);
            assertThat(find(H1.class).single().getText()).isEqualTo("Sign in");
            assertThat(find(TextField.class)
                            .withCaption("User name")
                            .single()
                            .getElement()
                            .getProperty("name"))
                    .isEqualTo("username");
            assertThat(find(PasswordField.class)
                            .withCaption("Password")
                            .single()
                            .getElement()
                            .getProperty("name"))
                    .isEqualTo("password");
            assertThat(find(Note.class).all()).isEmpty();
        }

        @Test
        void fillsTheDemoAccountInOnRequest() {
            navigate(LoginView.class);
            test(find(Button.class).withText("Fill in for me").single()).click();
            assertThat(find(TextField.class).withCaption("User name").single().getValue())
                    .isEqualTo("admin");
            assertThat(find(PasswordField.class)
                            .withCaption("Password")
                            .single()
                            .getValue())
                    .isEqualTo("kestrel-marsh-41-oak");
        }

        @Test
        void saysWhatWasWrongOnceAndKeepsTheName() {
            refused(new SignInRefusal("anna", null));
            assertThat(words(find(Note.class).single())).contains("User name or password is wrong", "TF-SIGN-01");
            assertThat(find(TextField.class).withCaption("User name").single().getValue())
                    .isEqualTo("anna");
            assertThat(VaadinSession.getCurrent().getSession().getAttribute(SignInRefusal.ATTRIBUTE))
                    .isNull();
        }

        @Test
        void saysHowLongToWaitAndUntilWhen() {
            refused(new SignInRefusal("anna", clock.instant().plusSeconds(240)));
            assertThat(words(find(Note.class).single())).contains("Wait 4 minutes", "try again after", "TF-SIGN-02");
        }

        private void refused(SignInRefusal refusal) {
            VaadinSession.getCurrent().getSession().setAttribute(SignInRefusal.ATTRIBUTE, refusal);
            UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        }
    }

    @Nested
    class SettingUp {

        @Autowired
        private ApplicationContext context;

        @BeforeEach
        void removeUsers() {
            jdbc.sql("CREATE TABLE kept AS SELECT * FROM app_user").update();
            jdbc.sql("DELETE FROM app_user").update();
            jdbc.sql("DELETE FROM sign_in_failure").update();
        }

        @AfterEach
        void bringUsersBack() {
            jdbc.sql("DELETE FROM app_user").update();
            jdbc.sql("INSERT INTO app_user SELECT * FROM kept").update();
            jdbc.sql("DROP TABLE kept").update();
        }

        @Test
        void takesThePlaceOfTheSignInWhileThereIsNoUser() {
            UI.getCurrent().navigate("login");
            assertThat(getCurrentView()).isInstanceOf(SetupView.class);
        }

        @Test
        void createsTheAdministratorAndGoesToTheSignIn() throws Exception {
            fill(validCode(), PASSWORD, PASSWORD);
            assertThat(getCurrentView()).isInstanceOf(LoginView.class);
            assertThat(words(find(Note.class).single())).contains("administrator was created");
            assertThat(jdbc.sql("SELECT name FROM app_user").query(String.class).list())
                    .containsExactly("anna");
            UI.getCurrent().navigate("setup");
            assertThat(getCurrentView()).isInstanceOf(LoginView.class);
        }

        @Test
        void refusesAWrongCodeAtTheFieldAndKeepsWhatWasTyped() {
            fill("0000", PASSWORD, PASSWORD);
            assertThat(find(TextField.class).withCaption("Set-up code").single().getErrorMessage())
                    .contains("not valid");
            assertThat(words(find(Note.class).single())).contains("TF-SETUP-01");
            assertThat(find(TextField.class).withCaption("User name").single().getValue())
                    .isEqualTo("anna");
        }

        @Test
        void refusesTwoDifferentPasswords() throws Exception {
            fill(validCode(), PASSWORD, PASSWORD + "!");
            assertThat(find(PasswordField.class)
                            .withCaption("Repeat password")
                            .single()
                            .getErrorMessage())
                    .contains("differ");
            assertThat(jdbc.sql("SELECT COUNT(*) FROM app_user")
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        @Test
        void refusesAWellKnownPasswordAtTheField() throws Exception {
            fill(validCode(), "password1234", "password1234");
            assertThat(find(PasswordField.class)
                            .withCaption("Password")
                            .single()
                            .getErrorMessage())
                    .contains("attackers try");
        }

        private void fill(String code, String password, String repeated) {
            navigate(SetupView.class);
            test(find(TextField.class).withCaption("Set-up code").single()).setValue(code);
            test(find(TextField.class).withCaption("User name").single()).setValue("anna");
            test(find(TextField.class).withCaption("Your name").single()).setValue("Anna Lee");
            test(find(PasswordField.class).withCaption("Password").single()).setValue(password);
            test(find(PasswordField.class).withCaption("Repeat password").single())
                    .setValue(repeated);
            test(find(Button.class).withText("Create administrator").single()).click();
        }

        /** The demo's administrator was created at start, so a code has to be asked for. */
        private String validCode() throws Exception {
            Object bean = context.getBean("setupCode");
            var current = bean.getClass().getDeclaredMethod("current");
            current.setAccessible(true);
            return (String) current.invoke(bean);
        }
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
