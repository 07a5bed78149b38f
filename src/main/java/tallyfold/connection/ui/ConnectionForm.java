package tallyfold.connection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionField;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** The fields of a new connection; yields a draft, or marks what is wrong. */
final class ConnectionForm extends Div {

    private final transient Provider provider;
    private final AddressField address;
    private final TextField account = new TextField();
    private final TokenField token;
    private final TextField name = new TextField(Texts.of("connection.create.name"));
    private final ExpiryField expires = new ExpiryField();
    private final Span second = new Span();

    ConnectionForm(Provider provider, Consumer<Optional<String>> onOrganization) {
        this.provider = provider;
        addClassName("tf-connection-form");
        address = new AddressField(provider, organization -> {
            name.setPlaceholder(organization.orElse(""));
            onOrganization.accept(organization);
        });
        token = new TokenField(provider);
        account.setLabel(provider.descriptor().accountLabel());
        account.setRequiredIndicatorVisible(true);
        account.setManualValidation(true);
        account.addValueChangeListener(_ -> account.setInvalid(false));
        name.setHelperText(Texts.of("connection.create.name.helper"));
        name.setManualValidation(true);
        name.addValueChangeListener(_ -> name.setInvalid(false));
        second.addClassNames("tf-info", "tf-second-line");
        second.setVisible(false);
        add(address, second, account, token, name, expires);
    }

    Optional<String> organization() {
        return address.organization();
    }

    /** A remark under the address that there is a connection to this organization already. */
    void showOtherConnection(Optional<String> connectionName) {
        second.setText(connectionName
                .map(other -> Texts.of("connection.create.second", other))
                .orElse(""));
        second.setVisible(connectionName.isPresent());
    }

    /** What was entered, or empty after marking the fields that were refused. The caller wipes the token. */
    Optional<ConnectionDraft> read() {
        expires.clearRefusal();
        boolean understood = address.validate();
        boolean known = provider.readAccount(account.getValue()) instanceof Verdict.Accepted;
        if (provider.readAccount(account.getValue()) instanceof Verdict.Refused refused) {
            refuse(account, ConnectionField.ACCOUNT, refused);
        }
        Optional<Secret> secret = token.read();
        if (understood && known && secret.isPresent()) {
            return Optional.of(new ConnectionDraft(
                    provider.id(),
                    address.value(),
                    account.getValue(),
                    secret.get(),
                    name.getValue(),
                    expires.value()));
        }
        secret.ifPresent(Secret::close);
        if (!understood) {
            address.focus();
        } else if (!known) {
            account.focus();
        } else {
            token.focus();
        }
        return Optional.empty();
    }

    /** Marks what the service refused. */
    void refuse(Map<ConnectionField, Verdict.Refused> fields) {
        fields.forEach((field, refused) -> {
            switch (field) {
                case ADDRESS -> address.refuse(refused);
                case ACCOUNT -> refuse(account, field, refused);
                case TOKEN -> token.refuse(refused);
                case NAME -> refuse(name, field, refused);
                case TOKEN_EXPIRES -> expires.refuse(refused);
            }
        });
    }

    void clearToken() {
        token.clear();
    }

    void lock(boolean locked) {
        address.setReadOnly(locked);
        account.setReadOnly(locked);
        token.setReadOnly(locked);
        name.setReadOnly(locked);
        expires.setReadOnly(locked);
    }

    void fill(DemoTokenOffer.DemoToken demo) {
        address.setValue(demo.address());
        account.setValue(demo.account());
        token.fillWithDemoToken(demo.token());
    }

    static void refuse(TextField field, ConnectionField what, Verdict.Refused refused) {
        field.setErrorMessage(what.words(refused));
        field.setInvalid(true);
    }
}
