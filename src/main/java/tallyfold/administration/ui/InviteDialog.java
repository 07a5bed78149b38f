package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import tallyfold.security.InviteResult;
import tallyfold.security.PasswordLink;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserDraft;
import tallyfold.security.UserService;
import tallyfold.uikit.Texts;

/** Adds a user, then shows the link by which the person sets the password, once. */
final class InviteDialog extends Dialog {

    private final transient UserService users;
    private final transient Runnable invited;
    private final UserForm form = new UserForm(new UserDraft("", "", "", Role.VIEWER), false);

    InviteDialog(UserService users, Runnable invited) {
        super(Texts.of("administration.invite-title"));
        this.users = users;
        this.invited = invited;
        addClassName("tf-invite");
        add(new Paragraph(Texts.of("administration.invite-why")), form);
        Button save = new Button(Texts.of("administration.invite-add"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), save);
    }

    private void save() {
        form.read().ifPresent(draft -> {
            switch (users.invite(draft)) {
                case InviteResult.Invited(var user, var link) -> {
                    invited.run();
                    show(user, link);
                }
                case InviteResult.NameTaken _ -> form.refuseName("administration.user-name-taken");
                case InviteResult.NameUnusable _ -> form.refuseName("administration.user-name-unusable");
                case InviteResult.DisplayNameUnusable _ -> form.refuseDisplayName();
                case InviteResult.EmailUnusable _ -> form.refuseEmail();
            }
        });
    }

    private void show(User user, PasswordLink link) {
        removeAll();
        getFooter().removeAll();
        add(new LinkField(Texts.of("administration.link-invited", user.displayName()), link));
        getFooter().add(new Button(Texts.of("administration.close"), _ -> close()));
        // A slip of the mouse must not take away what cannot be shown again.
        setCloseOnOutsideClick(false);
    }
}
