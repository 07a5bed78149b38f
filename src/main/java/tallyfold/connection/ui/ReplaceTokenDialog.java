package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ChangeConnectionResult;
import tallyfold.connection.ChangeConnectionResult.Changed;
import tallyfold.connection.ChangeConnectionResult.ChecksFailed;
import tallyfold.connection.ChangeConnectionResult.Outdated;
import tallyfold.connection.ChangeConnectionResult.Refused;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionField;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.Health;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The window "Replace token": the new token is checked first, the stored one stays until then. */
final class ReplaceTokenDialog extends CheckingDialog {

    private final transient ConnectionService service;
    private final transient Connection connection;
    private final String tokenPage;
    private final TokenField token;
    private final ExpiryField expires = new ExpiryField();
    private final TokenGuide guide;

    ReplaceTokenDialog(ConnectionService service, Provider provider, ExecutorService executor, Connection connection) {
        super(Texts.of("connection.replace.title"), executor);
        this.service = service;
        this.connection = connection;
        addClassName("tf-connection-dialog-wide");
        tokenPage = provider.tokenPage(connection.organization()).toString();
        token = new TokenField(provider);
        String key =
                connection.health() == Health.TOKEN_NEEDED ? "connection.replace.text.none" : "connection.replace.text";
        Div form = new Div(token, expires);
        form.addClassName("tf-connection-form");
        Div left = new Div(new Paragraph(Texts.of(key, connection.name())), form, checks);
        left.addClassName("tf-connection-left");
        guide = new TokenGuide(provider);
        guide.showPageOf(Optional.of(connection.organization()));
        Div body = new Div(left, guide);
        body.addClassName("tf-connection-halves");
        add(body);
        addPrimary(Texts.of("connection.replace.button"), this::replace, token.line());
    }

    @Override
    protected void closed() {
        token.clear();
    }

    @Override
    protected void lock(boolean locked) {
        token.setReadOnly(locked);
        expires.setReadOnly(locked);
    }

    private void replace() {
        Secret entered = token.read().orElse(null);
        if (entered == null) {
            note(Tone.BAD, Texts.of("connection.create.refused"));
            token.focus();
            return;
        }
        if (expires.isInvalid()) {
            entered.close();
            note(Tone.BAD, Texts.of("connection.create.refused"));
            return;
        }
        @Nullable LocalDate day = expires.value();
        run(
                tokenPage,
                progress -> {
                    try {
                        return service.replaceToken(connection.id(), entered, day, progress);
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
                refused.fields().forEach((field, why) -> {
                    if (field == ConnectionField.TOKEN_EXPIRES) {
                        expires.refuse(why);
                    } else {
                        token.refuse(why);
                    }
                });
                note(Tone.BAD, Texts.of("connection.create.refused"));
            }
            case ChecksFailed failed -> {
                checks.finish(failed.report());
                guide.mark(failed.report());
                note(Tone.BAD, Texts.of("connection.replace.failed"));
            }
            case Outdated _ -> note(Tone.BAD, Texts.of("connection.edit.outdated"));
            case Changed changed -> {
                var report = changed.report();
                String owner = report == null ? "" : ChecksPanel.ownerSentence(report);
                Notifications.success(Texts.of("connection.replace.done", connection.name(), owner));
                close();
            }
        }
    }
}
