package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import tallyfold.connection.ChangeConnectionResult;
import tallyfold.connection.ChangeConnectionResult.Changed;
import tallyfold.connection.ChangeConnectionResult.ChecksFailed;
import tallyfold.connection.ChangeConnectionResult.Outdated;
import tallyfold.connection.ChangeConnectionResult.Refused;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionEdit;
import tallyfold.connection.ConnectionService;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The window "Edit connection". Another organization asks for a token, which is checked before anything is saved. */
final class EditConnectionDialog extends CheckingDialog {

    private final transient ConnectionService service;
    private final transient Provider provider;
    private final transient Connection connection;
    private final EditConnectionForm form;

    EditConnectionDialog(
            ConnectionService service, Provider provider, ExecutorService executor, Connection connection) {
        super(Texts.of("connection.edit.title"), executor);
        this.service = service;
        this.provider = provider;
        this.connection = connection;
        AccessField access =
                new AccessField(service.candidates(), connection.forAllManagers(), service.people(connection.id()));
        form = new EditConnectionForm(provider, connection, access);
        Div body = new Div(form, checks);
        body.addClassName("tf-connection-left");
        add(body);
        addPrimary(Texts.of("connection.edit.button"), this::save, form.lines());
    }

    @Override
    protected void closed() {
        form.clearToken();
    }

    @Override
    protected void lock(boolean locked) {
        form.lock(locked);
    }

    private void save() {
        Optional<ConnectionEdit> read = form.read();
        if (read.isEmpty()) {
            note(Tone.BAD, Texts.of("connection.create.refused"));
            return;
        }
        ConnectionEdit edit = read.get();
        Secret entered = edit.token();
        if (entered == null) {
            show(service.edit(connection.id(), edit, connection.version()));
            return;
        }
        String tokenPage = provider.tokenPage(form.organization().orElseThrow()).toString();
        run(
                tokenPage,
                progress -> {
                    try {
                        return service.edit(connection.id(), edit, connection.version(), progress);
                    } finally {
                        entered.close();
                    }
                },
                this::show,
                _ -> {});
    }

    private void show(ChangeConnectionResult result) {
        switch (result) {
            case Refused refused -> {
                checks.setVisible(false);
                form.refuse(refused.fields());
                note(Tone.BAD, Texts.of("connection.create.refused"));
            }
            case ChecksFailed failed -> {
                checks.finish(failed.report());
                note(Tone.BAD, Texts.of("connection.edit.failed"));
            }
            case Outdated _ -> note(Tone.BAD, Texts.of("connection.edit.outdated"));
            case Changed changed -> {
                Notifications.success(
                        Texts.of("connection.edit.done", changed.connection().name()));
                close();
            }
        }
    }
}
