package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import tallyfold.security.ChangeUserResult;
import tallyfold.security.UserDraft;
import tallyfold.security.UserRow;
import tallyfold.security.UserService;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** Changes a user's name, mail address and role. */
final class EditUserDialog extends Dialog {

    private final transient UserService users;
    private final transient UserRow row;
    private final transient Runnable saved;
    private final UserForm form;
    private final Div news = new Div();

    EditUserDialog(UserService users, UserRow row, Runnable saved) {
        super(Texts.of("administration.edit-title", row.user().displayName()));
        this.users = users;
        this.row = row;
        this.saved = saved;
        addClassName("tf-invite");
        String email = row.email();
        form = new UserForm(
                new UserDraft(
                        row.user().name(),
                        row.user().displayName(),
                        email == null ? "" : email,
                        row.user().role()),
                true);
        news.getElement().setAttribute("aria-live", "polite");
        Paragraph note = new Paragraph(
                Texts.of(row.singleSignOn() ? "administration.edit-role-claimed" : "administration.edit-role-note"));
        note.addClassName("tf-quiet");
        add(form, note, news);
        Button save = new Button(Texts.of("administration.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
    }

    private void save() {
        news.removeAll();
        form.read().ifPresent(draft -> {
            ChangeUserResult result = users.edit(row.user().id(), draft, row.version());
            switch (result) {
                case ChangeUserResult.Changed _ -> {
                    saved.run();
                    close();
                    Notifications.success(
                            Texts.of("administration.saved", row.user().name()));
                }
                case ChangeUserResult.DisplayNameUnusable _ -> form.refuseDisplayName();
                case ChangeUserResult.EmailUnusable _ -> form.refuseEmail();
                default -> news.add(new Note(StatusWord.Tone.BAD, UserWords.refusal(result)));
            }
        });
    }
}
