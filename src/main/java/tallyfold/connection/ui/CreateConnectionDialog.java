package tallyfold.connection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ChangeConnectionResult;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionEdit;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionWarning;
import tallyfold.connection.CreateConnectionResult;
import tallyfold.connection.CreateConnectionResult.ChecksFailed;
import tallyfold.connection.CreateConnectionResult.Created;
import tallyfold.connection.CreateConnectionResult.Refused;
import tallyfold.provider.Provider;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/**
 * The window "Create connection": form and help side by side, checks live below. Whoever opens it hears of the new
 * connection on the user-interface thread, after the window has closed; nothing is heard when it was cancelled.
 */
public final class CreateConnectionDialog extends CheckingDialog {

    private final transient ConnectionService service;
    private final transient Provider provider;
    private final transient Consumer<Connection> onCreated;
    private final ConnectionForm form;
    private final TokenGuide guide;
    private final Div body = new Div();
    private final Button create;
    private boolean heard;

    /** Without the demo's tokens. */
    public CreateConnectionDialog(
            ConnectionService service, Provider provider, ExecutorService executor, Consumer<Connection> onCreated) {
        this(service, provider, executor, null, onCreated);
    }

    /**
     * A window that is not open yet.
     *
     * @param executor carries the signed-in user to the thread that checks
     * @param demo offers tokens of the demo; null outside of it
     */
    public CreateConnectionDialog(
            ConnectionService service,
            Provider provider,
            ExecutorService executor,
            @Nullable DemoTokenOffer demo,
            Consumer<Connection> onCreated) {
        super(Texts.of("connection.create.title"), executor);
        this.service = service;
        this.provider = provider;
        this.onCreated = onCreated;
        addClassName("tf-connection-dialog-wide");
        guide = new TokenGuide(provider);
        form = new ConnectionForm(provider, this::organizationTyped);
        Div left = new Div();
        left.addClassName("tf-connection-left");
        if (demo != null) {
            left.add(demoRow(demo));
        }
        left.add(form, checks);
        body.add(left, guide);
        body.addClassName("tf-connection-halves");
        add(body);
        note(Tone.QUIET, Texts.of("connection.create.idle"));
        create = addPrimary(Texts.of("connection.create.button"), this::create, form.lines());
    }

    @Override
    protected void closed() {
        form.clearToken();
    }

    @Override
    protected void lock(boolean locked) {
        form.lock(locked);
    }

    private void organizationTyped(Optional<String> organization) {
        guide.showPageOf(organization);
        form.suggestName(organization);
        form.showOtherConnection(organization.flatMap(name -> service.usable().stream()
                .filter(connection -> connection.organization().equals(name))
                .map(Connection::name)
                .findFirst()));
    }

    private void create() {
        Optional<ConnectionDraft> entered = form.read();
        if (entered.isEmpty()) {
            note(Tone.BAD, Texts.of("connection.create.refused"));
            return;
        }
        ConnectionDraft draft = entered.get();
        String tokenPage = form.organization()
                .map(name -> provider.tokenPage(name).toString())
                .orElse(null);
        run(
                tokenPage,
                progress -> {
                    try {
                        return service.create(draft, progress);
                    } finally {
                        draft.token().close();
                    }
                },
                this::show,
                this::createdTooLate);
    }

    private void show(CreateConnectionResult result) {
        switch (result) {
            case Refused refused -> {
                checks.setVisible(false);
                form.refuse(refused.fields());
                note(Tone.BAD, Texts.of("connection.create.refused"));
            }
            case ChecksFailed failed -> {
                checks.finish(failed.report());
                guide.mark(failed.report());
                note(Tone.BAD, Texts.of("connection.create.failed"));
            }
            case Created created -> {
                form.clearToken();
                checks.finish(created.report());
                if (created.warnings().contains(ConnectionWarning.OTHER_OWNER)) {
                    offerCorrection(created);
                } else {
                    finish(created.connection(), created);
                }
            }
        }
    }

    // The window was closed in the moment of saving: the list must show what is there now.
    private void createdTooLate(CreateConnectionResult result) {
        if (result instanceof Created created) {
            finish(created.connection(), created);
        }
    }

    private void offerCorrection(Created created) {
        Connection connection = created.connection();
        String owner = Optional.ofNullable(connection.ownerAccount()).orElse("");
        Span title = new Span(Texts.of("connection.owner.other.title"));
        title.addClassName("tf-name");
        Div words = new Div(
                title,
                new Div(ChecksPanel.ownerSentence(created.report())),
                new Div(Texts.of("connection.owner.other", connection.account())));
        Button correct = new Button(
                Texts.of("connection.owner.correct", owner), _ -> finish(corrected(connection, owner), created));
        correct.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep =
                new Button(Texts.of("connection.owner.keep", connection.account()), _ -> finish(connection, created));
        Div buttons = new Div(correct, keep);
        buttons.addClassName("tf-actions");
        words.add(buttons);
        body.removeAll();
        body.removeClassName("tf-connection-halves");
        body.add(new Note(Tone.WARNING, words));
        getFooter().removeAll();
        create.setVisible(false);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                hear(connection);
            }
        });
        correct.focus();
    }

    private Connection corrected(Connection connection, String owner) {
        ConnectionEdit edit = new ConnectionEdit(
                connection.name(),
                provider.siteAddress(connection.organization()).toString(),
                owner,
                connection.tokenExpires(),
                connection.forAllManagers(),
                service.people(connection.id()),
                null);
        return service.edit(connection.id(), edit, connection.version()) instanceof ChangeConnectionResult.Changed done
                ? done.connection()
                : connection;
    }

    private void finish(Connection connection, Created created) {
        boolean second = created.warnings().contains(ConnectionWarning.SECOND_CONNECTION);
        String sentence = ChecksPanel.ownerSentence(created.report());
        Notifications.success(Texts.of(
                second ? "connection.create.done.second" : "connection.create.done", connection.name(), sentence));
        boolean first = !heard;
        heard = true;
        close();
        if (first) {
            onCreated.accept(connection);
        }
    }

    private void hear(Connection connection) {
        if (!heard) {
            heard = true;
            onCreated.accept(connection);
        }
    }

    private Div demoRow(DemoTokenOffer demo) {
        Div row = new Div(new Span(Texts.of("connection.create.demo")));
        row.addClassName("tf-demo-tokens");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", Texts.of("connection.create.demo"));
        demo.tokens().forEach(token -> {
            Button fill = new Button(token.label(), _ -> form.fill(token));
            fill.addThemeVariants(ButtonVariant.SMALL);
            row.add(fill);
        });
        return row;
    }
}
