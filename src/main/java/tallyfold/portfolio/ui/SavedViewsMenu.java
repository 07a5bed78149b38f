package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.function.Supplier;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.SavedView;
import tallyfold.portfolio.SavedViewService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** The menu "View": goes to a saved view, keeps the present one, forgets one. */
final class SavedViewsMenu extends MenuBar {

    private final transient SavedViewService views;
    private final boolean mayShare;
    private final transient Supplier<QueryParameters> present;

    /** @param present the parameters of the page as it is shown now */
    SavedViewsMenu(SavedViewService views, boolean mayShare, Supplier<QueryParameters> present) {
        this.views = views;
        this.mayShare = mayShare;
        this.present = present;
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("tf-saved-views");
        show();
    }

    /** Reads the views anew. */
    void show() {
        removeAll();
        List<SavedView> all = views.all();
        String now = present.get().getQueryString();
        String name = all.stream()
                .filter(view -> view.address().equals(now))
                .findFirst()
                .map(view -> Texts.of("portfolios.views.now", view.name()))
                .orElse(Texts.of("portfolios.views"));
        var top = addItem(name);
        SubMenu menu = top.getSubMenu();
        menu.addItem(Texts.of("portfolios.views.all"), _ -> open(QueryParameters.empty()));
        for (SavedView view : all) {
            menu.addItem(
                    view.own() && !view.shared() ? view.name() : Texts.of("portfolios.views.shared", view.name()),
                    _ -> open(QueryParameters.fromString(view.address())));
        }
        menu.addSeparator();
        menu.addItem(Texts.of("portfolios.views.save"), _ -> save());
        List<SavedView> own = all.stream().filter(SavedView::own).toList();
        if (!own.isEmpty()) {
            SubMenu forget = menu.addItem(Texts.of("portfolios.views.delete")).getSubMenu();
            own.forEach(view -> forget.addItem(view.name(), _ -> {
                views.delete(view.id());
                Notifications.success(Texts.of("portfolios.views.deleted", view.name()));
                show();
            }));
        }
    }

    private static void open(QueryParameters parameters) {
        UI.getCurrentOrThrow().navigate(ProjectNavigation.PROJECTS, parameters);
    }

    private void save() {
        new SaveViewDialog(
                        mayShare,
                        (name, shared) -> views.save(name, present.get().getQueryString(), shared),
                        view -> {
                            Notifications.success(Texts.of("portfolios.views.saved", view.name()));
                            show();
                        })
                .open();
    }
}
