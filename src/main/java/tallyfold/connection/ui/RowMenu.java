package tallyfold.connection.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import tallyfold.connection.Connection;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The button "…" of a row and its menu. */
final class RowMenu extends MenuBar {

    RowMenu(Connection connection, RowActions actions) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("tf-row-menu");
        MenuItem root = addItem(Symbol.MORE.icon());
        String label = Texts.of("connection.menu", connection.name());
        root.setAriaLabel(label);
        root.setTooltipText(label);
        SubMenu menu = root.getSubMenu();
        add(menu, Symbol.REFRESH, "check", () -> actions.check(connection));
        add(menu, Symbol.EDIT, "edit", () -> actions.edit(connection));
        add(menu, Symbol.REPLACE, "replace", () -> actions.replaceToken(connection));
        menu.addSeparator();
        add(menu, Symbol.IMPORT, "import", () -> actions.importProjects(connection));
        menu.addSeparator();
        add(menu, Symbol.DELETE, "delete", () -> actions.delete(connection)).addClassName("tf-bad");
    }

    private static Span add(SubMenu menu, Symbol symbol, String name, Runnable action) {
        Span line = new Span(symbol.icon(), new Span(Texts.of("connection.menu." + name)));
        line.addClassName("tf-menu-line");
        menu.addItem(line, _ -> action.run());
        return line;
    }
}
