package tallyfold.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;
import tallyfold.security.SecurityWebTest;
import tallyfold.security.internal.SignInRefusal;
import tallyfold.uikit.Note;

@SecurityWebTest
@TestPropertySource(
        properties = {
            "tallyfold.oidc.issuer=https://login.contoso.example",
            "tallyfold.oidc.client-id=tallyfold",
            "tallyfold.oidc.client-secret=secret",
            "tallyfold.oidc.name=Contoso",
            "tallyfold.home=target/single-sign-on-view-test",
            "spring.datasource.url=jdbc:h2:mem:single-sign-on-view;DB_CLOSE_DELAY=-1"
        })
@ViewPackages(classes = LoginView.class)
class SingleSignOnViewTest extends SpringBrowserlessTest {

    @Test
    void standsBelowTheFormOfLocalAccounts() {
        navigate(LoginView.class);
        Anchor link = find(Anchor.class).withText("Sign in with Contoso").single();
        assertThat(link.getHref()).isEqualTo("oauth2/authorization/oidc");
        assertThat(link.isRouterIgnore()).isTrue();
        assertThat(find(TextField.class).withCaption("User name").all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(SignInRefusal.Reason.class)
    void saysWhyItDidNotWorkAndWhereToReadOn(SignInRefusal.Reason reason) {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(SignInRefusal.ATTRIBUTE, new SignInRefusal("", null, reason));
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        String words = find(Note.class).single().getElement().getTextRecursively();
        assertThat(words).contains(reason.number()).doesNotContain("{0}", "security.");
        if (reason != SignInRefusal.Reason.DISABLED) {
            assertThat(words).contains("Contoso");
        }
    }
}
