package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.TreeMap;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.uikit.Symbol;

/** The ways to look at the projects. */
enum ProjectsPage {
    CARDS(Symbol.CARDS, "portfolio.cards", ProjectNavigation.PROJECTS),
    TABLE(Symbol.TABLE, "portfolio.table", ProjectNavigation.PROJECTS),
    SYNC_STATUS(Symbol.REFRESH, "portfolio.sync-status", ProjectNavigation.SYNC_STATUS);

    private final Symbol symbol;
    private final String key;
    private final String path;

    ProjectsPage(Symbol symbol, String key, String path) {
        this.symbol = symbol;
        this.key = key;
        this.path = path;
    }

    Symbol symbol() {
        return symbol;
    }

    /** Key of what its tab says. */
    String key() {
        return key;
    }

    /** Goes there, with a text to filter by. */
    void open(String filter) {
        open(filter, Map.of());
    }

    /** The same with further parameters; blank ones are left out. */
    void open(String filter, Map<String, String> more) {
        Map<String, String> query = new TreeMap<>(more);
        query.put("filter", filter);
        query.values().removeIf(String::isBlank);
        if (this == TABLE) {
            query.put("view", "table");
        }
        UI.getCurrentOrThrow().navigate(path, QueryParameters.simple(query));
    }
}
