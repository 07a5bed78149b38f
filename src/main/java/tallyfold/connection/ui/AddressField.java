package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionField;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** The site address: says which organization it understood while one types, and offers a correction where it can. */
final class AddressField extends Div {

    private static final String PATH_DROPPED = "PATH_DROPPED";

    private final transient Provider provider;
    private final TextField field = new TextField();
    private final Button suggestion = new Button();
    private @Nullable String offered;
    private boolean judged;

    /** The listener hears the organization, or empty when the address is not understood, at each change. */
    AddressField(Provider provider, Consumer<Optional<String>> onOrganization) {
        this.provider = provider;
        addClassName("tf-address");
        field.setLabel(provider.descriptor().addressLabel());
        field.setPlaceholder(provider.descriptor().addressPlaceholder());
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.getElement().setAttribute("autocapitalize", "none");
        field.getElement().setAttribute("spellcheck", "false");
        field.addValueChangeListener(_ -> onOrganization.accept(organization()));
        field.addBlurListener(_ -> {
            if (!field.isEmpty()) {
                judge();
            }
        });
        suggestion.addThemeVariants(ButtonVariant.TERTIARY);
        suggestion.addClassName("tf-suggestion");
        suggestion.setVisible(false);
        suggestion.addClickListener(_ -> take());
        add(field, suggestion);
    }

    /** Binds the address as typed; the validator decides, this field shows more than its sentence. */
    void bind(Binder<ConnectionEntry> binder, Validator<String> accepted) {
        binder.forField(field)
                .asRequired(accepted)
                .withValidationStatusHandler(_ -> show())
                .bind("address");
    }

    void setValue(String address) {
        field.setValue(address);
    }

    void setReadOnly(boolean readOnly) {
        field.setReadOnly(readOnly);
    }

    Optional<String> organization() {
        return provider.readAddress(field.getValue()) instanceof Verdict.Accepted accepted
                ? Optional.of(accepted.value())
                : Optional.empty();
    }

    void refuse(Verdict.Refused refused) {
        field.setHelperText("");
        field.setErrorMessage(ConnectionField.ADDRESS.words(refused));
        field.setInvalid(true);
        String correction = refused.suggestion();
        offered = correction;
        suggestion.setVisible(correction != null);
        suggestion.setText(correction == null ? "" : Texts.of("connection.create.suggestion", correction));
    }

    /** From now on what is typed counts as meant, until it is understood. */
    void judge() {
        judged = true;
        show();
    }

    Component line() {
        return field;
    }

    private void show() {
        switch (provider.readAddress(field.getValue())) {
            case Verdict.Accepted accepted -> understood(accepted);
            case Verdict.Refused refused -> {
                // Half an address is no mistake yet: it is marked when the field is left or the form is sent.
                field.setHelperText("");
                field.removeClassName("tf-understood");
                if (judged) {
                    refuse(refused);
                }
            }
        }
    }

    private void understood(Verdict.Accepted accepted) {
        boolean shortened = accepted.notices().contains(PATH_DROPPED);
        field.setHelperText(Texts.of(
                shortened ? "connection.create.path-dropped" : "connection.create.organization", accepted.value()));
        field.addClassName("tf-understood");
        field.setInvalid(false);
        judged = false;
        suggestion.setVisible(false);
        offered = null;
    }

    private void take() {
        String address = offered;
        if (address != null) {
            field.setValue(address);
            field.focus();
        }
    }
}
