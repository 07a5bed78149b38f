package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Span;
import tallyfold.security.UserRow;
import tallyfold.security.UserStatus;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The button "…" of a user and its menu. */
final class UserRowMenu extends Button {

    UserRowMenu(UserRow row, UserActions actions) {
        super(Symbol.MORE.icon());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("tf-row-menu");
        String label = Texts.of("administration.user-menu", row.user().displayName());
        setAriaLabel(label);
        setTooltipText(label);
        getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        boolean invited = row.status() == UserStatus.INVITED;
        add(menu, Symbol.EDIT, "edit", () -> actions.edit(row));
        if (row.status() == UserStatus.DISABLED) {
            add(menu, Symbol.PLAY, "enable", () -> actions.enable(row));
            return;
        }
        if (!row.singleSignOn()) {
            add(menu, Symbol.KEY, invited ? "new-link" : "reset", () -> actions.makeLink(row));
        }
        if (row.linkExpires() != null) {
            add(menu, Symbol.UNLINK, "withdraw", () -> actions.withdrawLink(row));
        }
        if (invited) {
            menu.addSeparator();
            add(menu, Symbol.DELETE, "delete", () -> actions.deleteInvitation(row))
                    .addClassName("tf-bad");
            return;
        }
        menu.addSeparator();
        add(menu, Symbol.LOCK, "sessions", () -> actions.sessions(row));
        add(menu, Symbol.SIGN_OUT, "sign-out", () -> actions.signOutEverywhere(row));
        menu.addSeparator();
        add(menu, Symbol.SKIPPED, "disable", () -> actions.disable(row)).addClassName("tf-bad");
    }

    private static Span add(ContextMenu menu, Symbol symbol, String name, Runnable action) {
        Span line = new Span(symbol.icon(), new Span(Texts.of("administration.menu-" + name)));
        line.addClassName("tf-menu-line");
        menu.addItem(line, _ -> action.run());
        return line;
    }
}
