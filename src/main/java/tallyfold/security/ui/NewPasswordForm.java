package tallyfold.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.uikit.Texts;

/** Asks for a password twice; shows the name it will belong to, which password managers look for. */
final class NewPasswordForm extends Div {

    private final PasswordField password = new PasswordField(Texts.of("security.login.password"));
    private final PasswordField repeated = new PasswordField(Texts.of("security.setup.repeated"));

    NewPasswordForm(String userName, Consumer<String> submitted) {
        addClassName("tf-welcome-fields");
        TextField name = new TextField(Texts.of("security.login.name"));
        name.setValue(userName);
        name.setReadOnly(true);
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setWidthFull();
        password.setHelperText(Texts.of("security.setup.password-hint", PasswordPolicy.MIN_LENGTH));
        for (PasswordField field : new PasswordField[] {password, repeated}) {
            field.setAutocomplete(Autocomplete.NEW_PASSWORD);
            field.setMaxLength(2 * PasswordPolicy.MAX_LENGTH);
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
            field.setWidthFull();
        }
        Button save = new Button(Texts.of("security.invite.submit"), _ -> submit(submitted));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.setWidthFull();
        add(name, password, repeated, save);
        password.focus();
    }

    private void submit(Consumer<String> submitted) {
        password.setInvalid(false);
        repeated.setInvalid(false);
        if (password.isEmpty()) {
            refuse(password, Texts.of("security.setup.password-missing"));
        } else if (!repeated.getValue().equals(password.getValue())) {
            refuse(
                    repeated,
                    Texts.of(
                            repeated.isEmpty()
                                    ? "security.setup.repeated-missing"
                                    : "security.setup.repeated-different"));
        } else {
            submitted.accept(password.getValue());
        }
    }

    void refuse(String reason) {
        refuse(password, reason);
    }

    private static void refuse(PasswordField field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
