package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import tallyfold.security.ProfileResult;
import tallyfold.security.ProfileService;
import tallyfold.security.Role;
import tallyfold.security.UserRow;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** One's own account: name, password, and where one is signed in. */
@Route("profile")
@PageTitle("Profile")
@RolesAllowed(Role.VIEWER_ROLE)
final class ProfileView extends Div {

    private final transient ProfileService profile;
    private final transient Clock clock;
    private final TextField displayName = new TextField(Texts.of("administration.user-display-name"));
    private final EmailField email = new EmailField(Texts.of("administration.user-email"));
    private final Div news = new Div();
    private final SessionList sessions;
    private int version;

    ProfileView(ProfileService profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        addClassNames("tf-page", "tf-profile");
        sessions = new SessionList(profile::sessions, profile::endSession, clock);
        UserRow me = profile.me();
        add(
                new PageHeader(
                        Texts.of("administration.profile"),
                        Texts.of(
                                "administration.profile-sentence",
                                me.user().name(),
                                me.user().role().label())),
                about(),
                me.singleSignOn() ? noPassword() : password(),
                signedIn());
        show(me);
    }

    private void show(UserRow me) {
        version = me.version();
        displayName.setValue(me.user().displayName());
        String address = me.email();
        email.setValue(address == null ? "" : address);
    }

    private Div about() {
        displayName.setHelperText(Texts.of("administration.user-display-name-hint"));
        email.setHelperText(Texts.of("administration.user-email-hint"));
        displayName.setManualValidation(true);
        email.setManualValidation(true);
        news.getElement().setAttribute("aria-live", "polite");
        Button save = new Button(Texts.of("administration.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(displayName, email, news, save);
        form.addClassName("tf-form");
        return card("administration.profile-you", form);
    }

    private Div password() {
        Button change = new Button(
                Texts.of("administration.profile-change"),
                _ -> new PasswordDialog(profile, clock, () -> {
                            show(profile.me());
                            sessions.refresh();
                        })
                        .open());
        return card(
                "administration.profile-password",
                new Paragraph(Texts.of("administration.profile-password-text")),
                change);
    }

    private static Div noPassword() {
        return card(
                "administration.profile-password", new Paragraph(Texts.of("administration.profile-single-sign-on")));
    }

    private Div signedIn() {
        Button elsewhere = new Button(Texts.of("administration.profile-elsewhere"), _ -> {
            int ended = profile.signOutElsewhere();
            Notifications.success(Texts.of("administration.signed-out", ended));
            sessions.refresh();
        });
        return card("administration.profile-sessions", sessions, elsewhere);
    }

    private static Div card(String titleKey, com.vaadin.flow.component.Component... content) {
        Div card = new Div(new H2(Texts.of(titleKey)));
        card.add(content);
        card.addClassName("tf-card");
        return card;
    }

    private void save() {
        news.removeAll();
        displayName.setInvalid(false);
        email.setInvalid(false);
        switch (profile.save(displayName.getValue(), email.getValue(), version)) {
            case ProfileResult.DisplayNameUnusable _ -> {
                displayName.setErrorMessage(Texts.of("administration.user-name-unusable"));
                displayName.setInvalid(true);
            }
            case ProfileResult.EmailUnusable _ -> {
                email.setErrorMessage(Texts.of("administration.user-email-unusable"));
                email.setInvalid(true);
            }
            case ProfileResult.Outdated _ ->
                news.add(new Note(StatusWord.Tone.BAD, Texts.of("administration.profile-outdated")));
            default -> {
                show(profile.me());
                Notifications.success(Texts.of("administration.profile-saved"));
            }
        }
    }
}
