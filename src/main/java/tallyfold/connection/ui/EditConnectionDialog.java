package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
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
    private final TextField name = new TextField(Texts.of("connection.create.name"));
    private final AddressField address;
    private final TextField account = new TextField();
    private final Div newToken = new Div();
    private final TokenField token;
    private final ExpiryField expires = new ExpiryField();
    private final AccessField access;

    EditConnectionDialog(
            ConnectionService service, Provider provider, ExecutorService executor, Connection connection) {
        super(Texts.of("connection.edit.title"), executor);
        this.service = service;
        this.provider = provider;
        this.connection = connection;
        name.setValue(connection.name());
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        account.setLabel(provider.descriptor().accountLabel());
        account.setValue(connection.account());
        account.setRequiredIndicatorVisible(true);
        account.setManualValidation(true);
        token = new TokenField(provider);
        newToken.add(new Span(Texts.of("connection.edit.new-address")), token);
        newToken.addClassName("tf-new-token");
        newToken.setVisible(false);
        address = new AddressField(provider, organization -> newToken.setVisible(moved(organization)));
        address.setValue(provider.siteAddress(connection.organization()).toString());
        expires.setValue(connection.tokenExpires());
        access = new AccessField(service.candidates(), connection.forAllManagers(), service.people(connection.id()));
        Div form = new Div(name, address, newToken, account, expires, access);
        form.addClassName("tf-connection-form");
        Div body = new Div(form, checks);
        body.addClassName("tf-connection-left");
        add(body);
        addPrimary(Texts.of("connection.edit.button"), this::save);
    }

    @Override
    protected void closed() {
        token.clear();
    }

    @Override
    protected void lock(boolean locked) {
        name.setReadOnly(locked);
        address.setReadOnly(locked);
        account.setReadOnly(locked);
        token.setReadOnly(locked);
        expires.setReadOnly(locked);
        access.setReadOnly(locked);
    }

    private boolean moved(Optional<String> organization) {
        return organization.isPresent() && !organization.get().equals(connection.organization());
    }

    private void save() {
        name.setInvalid(false);
        account.setInvalid(false);
        expires.clearRefusal();
        if (!address.validate()) {
            note(Tone.BAD, Texts.of("connection.create.refused"));
            return;
        }
        boolean moved = moved(address.organization());
        @Nullable Secret entered = moved ? token.read().orElse(null) : null;
        if (moved && entered == null) {
            note(Tone.BAD, Texts.of("connection.create.refused"));
            return;
        }
        ConnectionEdit edit = new ConnectionEdit(
                name.getValue(),
                address.value(),
                account.getValue(),
                expires.value(),
                access.forAllManagers(),
                access.people(),
                entered);
        if (entered == null) {
            show(service.edit(connection.id(), edit, connection.version()));
            return;
        }
        String tokenPage =
                provider.tokenPage(address.organization().orElseThrow()).toString();
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
                refused.fields().forEach((field, why) -> {
                    switch (field) {
                        case NAME -> ConnectionForm.refuse(name, field, why);
                        case ACCOUNT -> ConnectionForm.refuse(account, field, why);
                        case ADDRESS -> address.refuse(why);
                        case TOKEN -> token.refuse(why);
                        case TOKEN_EXPIRES -> expires.refuse(why);
                    }
                });
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
