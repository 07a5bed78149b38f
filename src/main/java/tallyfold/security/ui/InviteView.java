package tallyfold.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tallyfold.security.internal.InvitationService;
import tallyfold.security.internal.LinkOutcome;
import tallyfold.uikit.Texts;

/** What a one-time link opens: its holder sets a password. Links that do not work all get the same answer. */
@Route(value = "invite/:token", autoLayout = false)
@PageTitle("Set your password · Tallyfold")
@AnonymousAllowed
class InviteView extends Composite<Div> implements BeforeEnterObserver {

    private static final String TOKEN = "token";

    /** Tells the sign-in page that the password was just set. */
    static final String DONE = "welcome";

    private final transient InvitationService invitations;
    private final transient Clock clock;
    private final WelcomeLayout layout = new WelcomeLayout();
    private final H1 title = new H1(Texts.of("security.invite.unusable"));
    private final Paragraph sentence = new Paragraph(Texts.of("security.invite.unusable-next"));
    private final Div news = new Div();
    private final Div body = new Div();
    private String token = "";

    InviteView(InvitationService invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
        news.getElement().setAttribute("aria-live", "polite");
        layout.addToForm(title, sentence, news, body);
        getContent().add(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get(TOKEN).orElse("");
        show(invitations.look(token, address()));
    }

    private void show(LinkOutcome outcome) {
        news.removeAll();
        switch (outcome) {
            case LinkOutcome.Open open -> ask(open);
            case LinkOutcome.Done _ ->
                getUI().ifPresent(ui -> ui.navigate(LoginView.PATH, QueryParameters.of(DONE, "")));
            case LinkOutcome.Unusable _ -> unusable();
            case LinkOutcome.WeakPassword(var weakness) ->
                body.getChildren()
                        .filter(NewPasswordForm.class::isInstance)
                        .map(NewPasswordForm.class::cast)
                        .forEach(form -> form.refuse(Texts.of(weakness.textKey(), weakness.limit())));
            case LinkOutcome.Blocked blocked ->
                news.add(Refusal.note("TF-SIGN-02", LoginView.waiting(blocked.until(), clock)));
        }
    }

    private void ask(LinkOutcome.Open open) {
        title.setText(Texts.of(open.invited() ? "security.invite.welcome" : "security.invite.reset"));
        sentence.setText(
                open.invited()
                        ? Texts.of("security.invite.sentence", open.displayName())
                        : Texts.of("security.invite.reset-sentence"));
        body.removeAll();
        body.add(new NewPasswordForm(
                open.name(), password -> show(invitations.setPassword(token, password, address()))));
    }

    private void unusable() {
        title.setText(Texts.of("security.invite.unusable"));
        sentence.setText(Texts.of("security.invite.unusable-next"));
        body.removeAll();
        body.add(new Anchor(LoginView.PATH, Texts.of("security.invite.to-sign-in")));
        news.add(Refusal.note("TF-SIGN-03", Texts.of("security.invite.unusable-why")));
    }

    private static String address() {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : request.getRemoteAddr();
    }
}
