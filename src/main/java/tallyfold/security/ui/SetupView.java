package tallyfold.security.ui;

import com.vaadin.flow.component.Composite;
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
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.SetupDraft;
import tallyfold.security.internal.SetupOutcome;
import tallyfold.security.internal.SetupService;
import tallyfold.security.internal.UserNames;
import tallyfold.uikit.Texts;

/** The first run: whoever has the set-up code becomes the administrator. Gone as soon as there is one. */
@Route(value = "setup", autoLayout = false)
@PageTitle("Set up · Tallyfold")
@AnonymousAllowed
class SetupView extends Composite<Div> implements BeforeEnterObserver {

    /** Tells the sign-in page that the administrator was just created. */
    static final String DONE = "created";

    private final SetupService setup;
    private final Clock clock;
    private final SetupForm form = new SetupForm(this::create);
    private final Div news = new Div();

    SetupView(SetupService setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
        news.getElement().setAttribute("aria-live", "polite");
        WelcomeLayout layout = new WelcomeLayout();
        layout.addToForm(
                new H1(Texts.of("security.setup.title")),
                new Paragraph(Texts.of("security.setup.sentence")),
                news,
                form);
        getContent().add(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!setup.needed()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void create(SetupDraft draft) {
        news.removeAll();
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? "" : request.getRemoteAddr();
        switch (setup.create(draft, address)) {
            case SetupOutcome.Created _ ->
                getUI().ifPresent(ui -> ui.navigate(LoginView.PATH, QueryParameters.of(DONE, "")));
            case SetupOutcome.TooLate _ -> getUI().ifPresent(ui -> ui.navigate(LoginView.class));
            case SetupOutcome.WrongCode _ -> {
                form.refuseCode(Texts.of("security.setup.code-wrong"));
                news.add(Refusal.note("TF-SETUP-01", Texts.of("security.setup.code-help")));
            }
            case SetupOutcome.Blocked blocked ->
                news.add(Refusal.note("TF-SETUP-02", LoginView.waiting(blocked.until(), clock)));
            case SetupOutcome.UnusableName _ ->
                form.refuseName(Texts.of("security.setup.name-unusable", UserNames.MAX_LENGTH));
            case SetupOutcome.WeakPassword(PasswordPolicy.Weakness weakness) ->
                form.refusePassword(Texts.of(weakness.textKey(), weakness.limit()));
        }
    }
}
