package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tallyfold.connection.ConnectionField;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** The bound fields of a connection and the token beside them; the forms decide how they are laid out. */
final class ConnectionFields {

    final AddressField address;
    final TextField account = new TextField();
    final TextField name = new TextField(Texts.of("connection.create.name"));
    final ExpiryField expires = new ExpiryField();
    final TokenField token;
    private final Binder<ConnectionEntry> binder = new Binder<>(ConnectionEntry.class);
    private final Binder.Binding<ConnectionEntry, String> naming;

    /** The listener hears the organization of the address, or empty, at each change. */
    ConnectionFields(Provider provider, Consumer<Optional<String>> onOrganization) {
        address = new AddressField(provider, onOrganization);
        token = new TokenField(provider);
        account.setLabel(provider.descriptor().accountLabel());
        address.bind(binder, accepted(ConnectionField.ADDRESS, provider::readAddress));
        binder.forField(account)
                .asRequired(accepted(ConnectionField.ACCOUNT, provider::readAccount))
                .bind("account");
        naming = binder.forField(name)
                .asRequired(ConnectionField.NAME.words(new Verdict.Refused("EMPTY", null)))
                .bind("name");
        expires.bind(binder);
    }

    /** An empty name is left to the service, which takes that of the organization. */
    void allowEmptyName() {
        naming.setAsRequiredEnabled(false);
    }

    /** The lines in which Enter sends the form; not the date, where Enter picks a day. */
    Component[] lines() {
        return new Component[] {address.line(), account, token.line(), name};
    }

    void read(ConnectionEntry entry) {
        binder.readRecord(entry);
    }

    /** What was entered, or empty after marking what was refused and putting the cursor there. */
    Optional<ConnectionEntry> write() {
        address.judge();
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException refused) {
            refused.getFieldValidationErrors().stream().findFirst().ifPresent(first -> {
                if (first.getField() instanceof Focusable<?> field) {
                    field.focus();
                }
            });
            return Optional.empty();
        }
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

    void lock(boolean locked) {
        address.setReadOnly(locked);
        account.setReadOnly(locked);
        token.setReadOnly(locked);
        name.setReadOnly(locked);
        expires.setReadOnly(locked);
    }

    private static Validator<String> accepted(ConnectionField field, Function<String, Verdict> rule) {
        return (typed, _) -> switch (rule.apply(typed)) {
            case Verdict.Accepted _ -> ValidationResult.ok();
            case Verdict.Refused refused -> ValidationResult.error(field.words(refused));
        };
    }

    private static void refuse(TextField field, ConnectionField what, Verdict.Refused refused) {
        field.setErrorMessage(what.words(refused));
        field.setInvalid(true);
    }
}
