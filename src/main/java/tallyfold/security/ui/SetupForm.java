package tallyfold.security.ui;

import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import tallyfold.security.internal.PasswordPolicy;
import tallyfold.security.internal.SetupDraft;
import tallyfold.security.internal.UserNames;
import tallyfold.uikit.Texts;

/** Asks for the set-up code and for who the first administrator is. */
final class SetupForm extends Div {

    private static final class Input {
        private String code = "";
        private String name = "";
        private String displayName = "";
        private String password = "";
        private String repeated = "";
    }

    private final TextField code = new TextField(Texts.of("security.setup.code"));
    private final TextField name = new TextField(Texts.of("security.login.name"));
    private final TextField displayName = new TextField(Texts.of("security.setup.display-name"));
    private final PasswordField password = new PasswordField(Texts.of("security.login.password"));
    private final PasswordField repeated = new PasswordField(Texts.of("security.setup.repeated"));
    private final Binder<Input> binder = new Binder<>();

    SetupForm(Consumer<SetupDraft> submitted) {
        addClassName("tf-welcome-fields");
        code.setHelperText(Texts.of("security.setup.code-hint"));
        code.setAutocomplete(Autocomplete.OFF);
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setMaxLength(UserNames.MAX_LENGTH);
        displayName.setAutocomplete(Autocomplete.NAME);
        displayName.setMaxLength(UserNames.MAX_LENGTH);
        password.setHelperText(Texts.of("security.setup.password-hint", PasswordPolicy.MIN_LENGTH));
        for (PasswordField field : new PasswordField[] {password, repeated}) {
            field.setAutocomplete(Autocomplete.NEW_PASSWORD);
            field.setMaxLength(2 * PasswordPolicy.MAX_LENGTH);
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        }
        bind();
        Button create = new Button(Texts.of("security.setup.submit"), _ -> submit(submitted));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        create.setWidthFull();
        for (var field : new HasSize[] {code, name, displayName, password, repeated}) {
            field.setWidthFull();
        }
        add(code, name, displayName, password, repeated, create);
        code.focus();
    }

    private void bind() {
        binder.forField(code)
                .asRequired(Texts.of("security.setup.code-missing"))
                .bind(input -> input.code, (input, value) -> input.code = value);
        binder.forField(name)
                .asRequired(Texts.of("security.setup.name-missing"))
                .withValidator(UserNames::usable, Texts.of("security.setup.name-unusable", UserNames.MAX_LENGTH))
                .bind(input -> input.name, (input, value) -> input.name = value);
        binder.forField(displayName)
                .asRequired(Texts.of("security.setup.display-name-missing"))
                .withValidator(UserNames::usable, Texts.of("security.setup.name-unusable", UserNames.MAX_LENGTH))
                .bind(input -> input.displayName, (input, value) -> input.displayName = value);
        binder.forField(password)
                .asRequired(Texts.of("security.setup.password-missing"))
                .bind(input -> input.password, (input, value) -> input.password = value);
        binder.forField(repeated)
                .asRequired(Texts.of("security.setup.repeated-missing"))
                .withValidator(
                        value -> value.equals(password.getValue()), Texts.of("security.setup.repeated-different"))
                .bind(input -> input.repeated, (input, value) -> input.repeated = value);
    }

    private void submit(Consumer<SetupDraft> submitted) {
        Input input = new Input();
        if (binder.writeBeanIfValid(input)) {
            submitted.accept(new SetupDraft(input.code, input.name, input.displayName, input.password));
        }
    }

    void refuseCode(String reason) {
        code.setErrorMessage(reason);
        code.setInvalid(true);
        code.focus();
    }

    void refuseName(String reason) {
        name.setErrorMessage(reason);
        name.setInvalid(true);
        name.focus();
    }

    void refusePassword(String reason) {
        password.setErrorMessage(reason);
        password.setInvalid(true);
        password.focus();
    }
}
