package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.function.Function;
import tallyfold.security.ChangeUserResult;
import tallyfold.security.PasswordLinkResult;
import tallyfold.security.UserId;
import tallyfold.security.UserRow;
import tallyfold.security.UserService;
import tallyfold.security.UserStatus;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** What the menu of a user does. */
final class UserActions {

    private final UserService users;
    private final Clock clock;
    private final Runnable changed;

    UserActions(UserService users, Clock clock, Runnable changed) {
        this.users = users;
        this.clock = clock;
        this.changed = changed;
    }

    /** As the user is now, not as the row was when it was read. */
    void edit(UserRow row) {
        users.row(row.user().id())
                .ifPresentOrElse(
                        now -> new EditUserDialog(users, now, changed).open(),
                        () -> tell(Texts.of("administration.gone")));
    }

    void makeLink(UserRow row) {
        switch (users.makeLink(row.user().id())) {
            case PasswordLinkResult.Made(var user, var link) -> {
                changed.run();
                Dialog dialog = new Dialog(Texts.of("administration.link-title", user.displayName()));
                dialog.addClassName("tf-invite");
                dialog.setCloseOnOutsideClick(false);
                String sentence = row.status() == UserStatus.INVITED
                        ? "administration.link-invited"
                        : "administration.link-reset";
                dialog.add(new LinkField(Texts.of(sentence, user.displayName()), link));
                dialog.getFooter().add(new Button(Texts.of("administration.close"), _ -> dialog.close()));
                dialog.open();
            }
            case PasswordLinkResult.Gone _ -> tell(Texts.of("administration.gone"));
            case PasswordLinkResult.Disabled _ -> tell(Texts.of("administration.user-disabled"));
            case PasswordLinkResult.SingleSignOn _ -> tell(Texts.of("administration.user-single-sign-on"));
        }
    }

    void withdrawLink(UserRow row) {
        users.withdrawLink(row.user().id());
        done(row, "administration.withdrawn");
    }

    void sessions(UserRow row) {
        UserId id = row.user().id();
        Dialog dialog =
                new Dialog(Texts.of("administration.sessions-title", row.user().displayName()));
        dialog.addClassName("tf-sessions-dialog");
        dialog.add(new SessionList(() -> users.sessions(id), session -> users.endSession(id, session), clock));
        dialog.getFooter()
                .add(
                        new Button(Texts.of("administration.menu-sign-out"), _ -> {
                            dialog.close();
                            signOutEverywhere(row);
                        }),
                        new Button(Texts.of("administration.close"), _ -> dialog.close()));
        dialog.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                changed.run();
            }
        });
        dialog.open();
    }

    void signOutEverywhere(UserRow row) {
        ask(row, "sign-out", "administration.menu-sign-out", id -> {
            int ended = users.signOutEverywhere(id);
            Notifications.success(Texts.of("administration.signed-out", ended));
            changed.run();
            return "";
        });
    }

    void disable(UserRow row) {
        ask(row, "disable", "administration.menu-disable", id -> told(row, users.disable(id), "disabled"));
    }

    void enable(UserRow row) {
        String refusal = told(row, users.enable(row.user().id()), "enabled");
        if (!refusal.isEmpty()) {
            tell(refusal);
        }
    }

    void deleteInvitation(UserRow row) {
        ask(row, "delete", "administration.menu-delete", id -> told(row, users.deleteInvitation(id), "deleted"));
    }

    private void ask(UserRow row, String subject, String buttonKey, Function<UserId, String> action) {
        new AskDialog(
                        Texts.of(
                                "administration." + subject + "-title",
                                row.user().displayName()),
                        Texts.of("administration." + subject + "-text"),
                        Texts.of(buttonKey),
                        () -> action.apply(row.user().id()))
                .open();
    }

    private String told(UserRow row, ChangeUserResult result, String done) {
        String refusal = UserWords.refusal(result);
        if (refusal.isEmpty()) {
            done(row, "administration." + done);
        }
        return refusal;
    }

    private void done(UserRow row, String textKey) {
        Notifications.success(Texts.of(textKey, row.user().displayName()));
        changed.run();
    }

    private void tell(String text) {
        Dialog dialog = new Dialog(Texts.of("administration.not-done"));
        dialog.add(new Paragraph(text));
        dialog.setRole("alertdialog");
        dialog.getFooter().add(new Button(Texts.of("administration.close"), _ -> dialog.close()));
        dialog.open();
        changed.run();
    }
}
