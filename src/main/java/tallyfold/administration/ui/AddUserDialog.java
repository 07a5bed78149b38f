package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import tallyfold.security.AddUserResult;
import tallyfold.security.Role;
import tallyfold.security.UserService;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** Adds a user, then shows the password that goes with it, once. */
final class AddUserDialog extends Dialog {

    private final UserService users;
    private final Runnable added;
    private final TextField name = new TextField(Texts.of("administration.user-name"));
    private final TextField displayName = new TextField(Texts.of("administration.user-display-name"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(Texts.of("administration.user-role"));
    private final Binder<UserDraft> binder = new Binder<>(UserDraft.class);

    AddUserDialog(UserService users, Runnable added) {
        super(Texts.of("administration.invite"));
        this.users = users;
        this.added = added;
        addClassName("tf-invite");
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::label);
        binder.forField(name)
                .asRequired(Texts.of("administration.user-name-missing"))
                .bind("name");
        binder.forField(displayName).bind("displayName");
        binder.forField(role)
                .asRequired(Texts.of("administration.user-role-missing"))
                .bind("role");
        binder.readRecord(new UserDraft("", "", Role.VIEWER));
        Div form = new Div(new Paragraph(Texts.of("administration.invite-why")), name, displayName, role);
        form.addClassName("tf-form");
        add(form);
        Button save = new Button(Texts.of("administration.invite-add"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
    }

    private void save() {
        try {
            UserDraft draft = binder.writeRecord();
            switch (users.add(draft.name(), draft.displayName(), draft.role())) {
                case AddUserResult.Added(var user, var password) -> {
                    added.run();
                    showPassword(user.name(), password);
                }
                case AddUserResult.NameTaken() -> refuse("administration.user-name-taken");
                case AddUserResult.NameUnusable() -> refuse("administration.user-name-unusable");
            }
        } catch (ValidationException shownAtTheFields) {
            name.focus();
        }
    }

    private void refuse(String textKey) {
        name.setErrorMessage(Texts.of(textKey));
        name.setInvalid(true);
        name.focus();
    }

    private static Code password(String text) {
        Code code = new Code(text);
        code.addClassName("tf-invite-password");
        return code;
    }

    private void showPassword(String userName, String password) {
        removeAll();
        getFooter().removeAll();
        add(
                new Paragraph(Texts.of("administration.invite-done", userName)),
                password(password),
                new Note(StatusWord.Tone.INFO, Texts.of("administration.invite-once")));
        Button done = new Button(Texts.of("administration.close"), _ -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
