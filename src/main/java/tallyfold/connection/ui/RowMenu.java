package tallyfold.connection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Span;
import tallyfold.connection.Connection;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The button "…" of a row and its menu. */
final class RowMenu extends Button {

    RowMenu(Connection connection, RowActions actions) {
        super(Symbol.MORE.icon());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("tf-row-menu");
        String label = Texts.of("connection.menu", connection.name());
        setAriaLabel(label);
        setTooltipText(label);
        getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        add(menu, Symbol.REFRESH, "check", () -> actions.check(connection));
        add(menu, Symbol.EDIT, "edit", () -> actions.edit(connection));
        add(menu, Symbol.REPLACE, "replace", () -> actions.replaceToken(connection));
        if (actions.schedules()) {
            add(menu, Symbol.CLOCK, "schedule", () -> actions.schedule(connection));
        }
        add(menu, Symbol.SYSTEM, "diagnose", () -> actions.diagnose(connection));
        menu.addSeparator();
        add(menu, Symbol.IMPORT, "import", () -> actions.importProjects(connection));
        menu.addSeparator();
        add(menu, Symbol.DELETE, "delete", () -> actions.delete(connection)).addClassName("tf-bad");
    }

    private static Span add(ContextMenu menu, Symbol symbol, String name, Runnable action) {
        Span line = new Span(symbol.icon(), new Span(Texts.of("connection.menu." + name)));
        line.addClassName("tf-menu-line");
        menu.addItem(line, _ -> action.run());
        return line;
    }
}
