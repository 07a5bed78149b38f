package tallyfold.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import tallyfold.security.CurrentUser;
import tallyfold.security.ProfileResult;
import tallyfold.security.ProfileService;
import tallyfold.security.SignOut;
import tallyfold.security.internal.GivenPassword;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/**
 * Where somebody whose password came from the server chooses one of their own. Nothing else opens before. Public because
 * the guard of the other pages leads here.
 */
@Route(value = GivenPassword.PATH, autoLayout = false)
@PageTitle("Choose a password · Tallyfold")
@PermitAll
public class ChoosePasswordView extends Composite<Div> implements BeforeEnterObserver {

    private final transient CurrentUser current;
    private final transient ProfileService profile;
    private final NewPasswordForm form;

    ChoosePasswordView(CurrentUser current, ProfileService profile, SignOut signOut) {
        this.current = current;
        this.profile = profile;
        form = new NewPasswordForm(current.require().name(), this::choose);
        Button leave = new Button(Texts.of("security.choose.sign-out"), Symbol.SIGN_OUT.icon(), _ -> signOut.now());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Anchor help = new Anchor(GivenPassword.HELP + "#a-password-chosen-for-you", Texts.of("security.choose.help"));
        Div ways = new Div(leave, help);
        ways.addClassName("tf-welcome-ways");
        WelcomeLayout layout = new WelcomeLayout();
        layout.addToForm(
                new H1(Texts.of("security.choose.title")),
                new Paragraph(Texts.of("security.choose.sentence")),
                form,
                ways);
        getContent().add(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!current.hasGivenPassword()) {
            event.forwardTo("");
        }
    }

    private void choose(String password) {
        switch (profile.choosePassword(password)) {
            // Loaded anew: everything on the page before was made for somebody without rights.
            case ProfileResult.Saved _ ->
                getUI().ifPresent(ui -> ui.getPage()
                        .setLocation(GivenPassword.takeWanted(
                                VaadinSession.getCurrent().getSession())));
            case ProfileResult.WeakPassword weak -> form.refuse(Texts.of(weak.textKey(), weak.limit()));
            case ProfileResult result -> throw new IllegalStateException("No answer to a chosen password: " + result);
        }
    }
}
