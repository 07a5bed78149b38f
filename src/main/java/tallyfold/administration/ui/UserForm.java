package tallyfold.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Locale;
import java.util.Optional;
import tallyfold.security.Role;
import tallyfold.security.UserDraft;
import tallyfold.uikit.Texts;

/** Who somebody is and what they may do. */
final class UserForm extends Div {

    private final TextField name = new TextField(Texts.of("administration.user-name"));
    private final TextField displayName = new TextField(Texts.of("administration.user-display-name"));
    private final EmailField email = new EmailField(Texts.of("administration.user-email"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(Texts.of("administration.user-role"));
    private final Binder<UserDraft> binder = new Binder<>(UserDraft.class);

    /** For a known user the sign-in name stands. */
    UserForm(UserDraft draft, boolean known) {
        addClassName("tf-form");
        name.setHelperText(known ? "" : Texts.of("administration.user-name-hint"));
        name.setReadOnly(known);
        displayName.setHelperText(Texts.of("administration.user-display-name-hint"));
        email.setHelperText(Texts.of("administration.user-email-hint"));
        email.setI18n(
                new EmailField.EmailFieldI18n().setPatternErrorMessage(Texts.of("administration.user-email-unusable")));
        role.setItems(Role.values());
        role.addClassName("tf-role-choice");
        role.setRenderer(new ComponentRenderer<>(UserForm::describe));
        binder.forField(name)
                .asRequired(Texts.of("administration.user-name-missing"))
                .bind("name");
        binder.forField(displayName).bind("displayName");
        binder.forField(email).bind("email");
        binder.forField(role)
                .asRequired(Texts.of("administration.user-role-missing"))
                .bind("role");
        binder.readRecord(draft);
        add(name, displayName, email, role);
    }

    private static Div describe(Role role) {
        Span may = new Span(Texts.of(
                "administration.role-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        may.addClassName("tf-second-line");
        return new Div(new Span(role.label()), may);
    }

    /** What is in the fields; empty when one of them is wrong, which is then shown at it. */
    Optional<UserDraft> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException shownAtTheFields) {
            name.focus();
            return Optional.empty();
        }
    }

    void refuseName(String textKey) {
        refuse(name, textKey);
    }

    void refuseDisplayName() {
        refuse(displayName, "administration.user-name-unusable");
    }

    void refuseEmail() {
        email.setErrorMessage(Texts.of("administration.user-email-unusable"));
        email.setInvalid(true);
        email.focus();
    }

    private static void refuse(TextField field, String textKey) {
        field.setErrorMessage(Texts.of(textKey));
        field.setInvalid(true);
        field.focus();
    }
}
