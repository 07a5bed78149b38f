package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ProjectNavigation;

/**
 * What the address of the page "Projects" says of how the projects are shown.
 *
 * @param text part of a project's name; empty for all
 * @param favourites whether only those the reader marked
 * @param status how they stand; null for any
 * @param portfolio key of the one they lie in, on whatever level; {@link #NONE} for those in none, empty for all
 * @param sort name of a column, with a minus in front to turn it around; empty for by name
 * @param columns the optional columns shown; null for the usual ones
 */
record ProjectsAddress(
        ProjectsPage page,
        String text,
        boolean favourites,
        @Nullable ShownStatus status,
        String portfolio,
        String sort,
        @Nullable List<String> columns) {

    static final String NONE = "none";

    ProjectsAddress {
        columns = columns == null ? null : List.copyOf(columns);
    }

    static ProjectsAddress of(QueryParameters query) {
        String columns = parameter(query, "columns");
        return new ProjectsAddress(
                parameter(query, "view").equals("table") ? ProjectsPage.TABLE : ProjectsPage.CARDS,
                parameter(query, "filter"),
                query.getParameters().containsKey("favourites"),
                status(parameter(query, "status")),
                parameter(query, "portfolio"),
                parameter(query, "sort"),
                query.getParameters().containsKey("columns") ? List.of(columns.split(",")) : null);
    }

    ProjectsAddress withPage(ProjectsPage wanted, String filter) {
        return new ProjectsAddress(wanted, filter, favourites, status, portfolio, sort, columns);
    }

    ProjectsAddress withFavourites(boolean wanted) {
        return new ProjectsAddress(page, text, wanted, status, portfolio, sort, columns);
    }

    ProjectsAddress withStatus(@Nullable ShownStatus wanted) {
        return new ProjectsAddress(page, text, favourites, wanted, portfolio, sort, columns);
    }

    ProjectsAddress withPortfolio(String wanted) {
        return new ProjectsAddress(page, text, favourites, status, wanted, sort, columns);
    }

    ProjectsAddress withSort(String wanted) {
        return new ProjectsAddress(page, text, favourites, status, portfolio, wanted, columns);
    }

    ProjectsAddress withColumns(List<String> wanted) {
        return new ProjectsAddress(page, text, favourites, status, portfolio, sort, wanted);
    }

    /** As they are, without anything that keeps projects out. */
    ProjectsAddress unfiltered() {
        return new ProjectsAddress(page, "", false, null, "", sort, columns);
    }

    /** Whether anything but the text keeps projects out. */
    boolean narrows() {
        return favourites || status != null || !portfolio.isEmpty();
    }

    QueryParameters parameters() {
        Map<String, String> query = new TreeMap<>();
        query.put("view", page == ProjectsPage.TABLE ? "table" : "");
        query.put("filter", text);
        query.put("status", status == null ? "" : status.name().toLowerCase(Locale.ROOT));
        query.put("portfolio", portfolio);
        query.put("sort", sort);
        query.values().removeIf(String::isBlank);
        if (favourites) {
            query.put("favourites", "");
        }
        if (columns != null) {
            query.put("columns", String.join(",", columns));
        }
        return QueryParameters.simple(query);
    }

    void open() {
        if (page == ProjectsPage.SYNC_STATUS) {
            page.open(text);
        } else {
            UI.getCurrentOrThrow().navigate(ProjectNavigation.PROJECTS, parameters());
        }
    }

    private static @Nullable ShownStatus status(String text) {
        return Arrays.stream(ShownStatus.values())
                .filter(status -> status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static String parameter(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("").replace("\0", "");
    }
}
