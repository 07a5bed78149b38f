package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import tallyfold.connection.ConnectionField;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;

/**
 * The token. Its value comes from the browser and never goes there: a stored token is not shown, and nothing but the demo
 * fills the field.
 */
final class TokenField extends Div {

    private final transient Provider provider;
    private final PasswordField field = new PasswordField();

    TokenField(Provider provider) {
        this.provider = provider;
        field.setLabel(provider.descriptor().tokenLabel());
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        add(field);
    }

    /** The token, once for each attempt; empty when it was refused on the field. The caller wipes it. */
    Optional<Secret> read() {
        return switch (provider.readToken(field.getValue())) {
            case Verdict.Accepted accepted -> Optional.of(Secret.of(accepted.value()));
            case Verdict.Refused refused -> {
                refuse(refused);
                yield Optional.empty();
            }
        };
    }

    void refuse(Verdict.Refused refused) {
        field.setErrorMessage(ConnectionField.TOKEN.words(refused));
        field.setInvalid(true);
    }

    /** After success, and whenever the window closes. */
    void clear() {
        field.clear();
        field.setInvalid(false);
    }

    void setReadOnly(boolean readOnly) {
        field.setReadOnly(readOnly);
    }

    Component line() {
        return field;
    }

    void focus() {
        field.focus();
    }

    /** For tokens of the simulator only. */
    void fillWithDemoToken(String token) {
        field.setValue(token);
    }
}
