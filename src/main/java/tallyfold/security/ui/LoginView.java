package tallyfold.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.security.CurrentUser;
import tallyfold.security.internal.DemoAccount;
import tallyfold.security.internal.SetupService;
import tallyfold.security.internal.SignInRefusal;
import tallyfold.security.internal.SingleSignOn;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The sign-in page. Public because the configuration of the security chain names it. */
@Route(value = LoginView.PATH, autoLayout = false)
@PageTitle("Sign in · Tallyfold")
@AnonymousAllowed
public class LoginView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "login";

    private final CurrentUser currentUser;
    private final SetupService setup;
    private final Clock clock;
    private final LoginForm form = new LoginForm();
    private final Div news = new Div();
    private final String provider;

    LoginView(CurrentUser currentUser, SetupService setup, SingleSignOn singleSignOn, DemoAccount demo, Clock clock) {
        this.currentUser = currentUser;
        this.setup = setup;
        this.clock = clock;
        this.provider = singleSignOn.name().orElse("");
        news.getElement().setAttribute("aria-live", "polite");
        WelcomeLayout layout = new WelcomeLayout();
        layout.addToForm(
                new H1(Texts.of("security.login.title")),
                new Paragraph(Texts.of("security.login.sentence")),
                news,
                form);
        singleSignOn.name().ifPresent(name -> layout.addToForm(new SingleSignOnLink(name)));
        demo.password()
                .ifPresent(password -> layout.addToForm(
                        new DemoHint(DemoAccount.NAME, password, () -> form.fill(DemoAccount.NAME, password))));
        Paragraph forgotten = new Paragraph(Texts.of("security.login.forgotten"));
        forgotten.addClassName("tf-second-line");
        layout.addToForm(forgotten);
        getContent().add(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        if (setup.needed()) {
            event.forwardTo(SetupView.class);
            return;
        }
        var parameters = event.getLocation().getQueryParameters();
        if (parameters.getParameters().containsKey("error")) {
            show(takeRefusal());
        } else if (parameters.getParameters().containsKey(SetupView.DONE)) {
            news.add(new Note(StatusWord.Tone.GOOD, Texts.of("security.setup.done")));
        } else if (parameters.getParameters().containsKey(InviteView.DONE)) {
            news.add(new Note(StatusWord.Tone.GOOD, Texts.of("security.invite.done")));
        }
    }

    private void show(SignInRefusal refusal) {
        if (!refusal.name().isEmpty()) {
            form.setName(refusal.name());
        }
        Instant until = refusal.until();
        SignInRefusal.Reason reason = refusal.reason();
        if (reason != null) {
            news.add(Refusal.note(reason.number(), Texts.of(reason.textKey(), provider)));
        } else if (until != null && until.isAfter(clock.instant())) {
            news.add(Refusal.note("TF-SIGN-02", waiting(until, clock)));
        } else {
            news.add(Refusal.note("TF-SIGN-01", Texts.of("security.login.wrong")));
        }
    }

    /** How long to wait and until when; the seconds are rounded up so that the time told is late enough. */
    static String waiting(Instant until, Clock clock) {
        Duration left = Duration.between(clock.instant(), until);
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return Texts.of("security.login.wait", minutes, Times.minute(until.plusSeconds(59)));
    }

    private static SignInRefusal takeRefusal() {
        @Nullable VaadinSession session = VaadinSession.getCurrent();
        @Nullable WrappedSession stored = session == null ? null : session.getSession();
        if (stored != null && stored.getAttribute(SignInRefusal.ATTRIBUTE) instanceof SignInRefusal refusal) {
            stored.removeAttribute(SignInRefusal.ATTRIBUTE);
            return refusal;
        }
        return new SignInRefusal("", null);
    }
}
