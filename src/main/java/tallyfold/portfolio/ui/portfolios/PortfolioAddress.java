package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;

/**
 * What the address of a portfolio's page says of how it is shown.
 *
 * @param table whether as a table, and not on a timeline
 * @param text part of a project's name; empty for all
 * @param organization name of one; empty for all
 * @param unit what the lines of the timeline are apart
 */
record PortfolioAddress(boolean table, String text, String organization, TimelineScale.Unit unit) {

    static final String PORTFOLIO = "portfolio";

    static PortfolioAddress of(QueryParameters query) {
        return new PortfolioAddress(
                parameter(query, "view").equals("table"),
                parameter(query, "filter"),
                parameter(query, "organization"),
                unit(parameter(query, "unit")));
    }

    /** The portfolio an address means. */
    static PortfolioId portfolio(RouteParameters parameters) {
        try {
            return new PortfolioId(UUID.fromString(parameters.get(PORTFOLIO).orElseThrow(NotFoundException::new)));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    static RouteParameters parameters(PortfolioId id) {
        return new RouteParameters(new RouteParam(PORTFOLIO, id.value().toString()));
    }

    /** A link to the page of a portfolio with its name. */
    static RouterLink link(Portfolio portfolio) {
        RouterLink link = new RouterLink(portfolio.name(), PortfolioView.class, parameters(portfolio.id()));
        link.addClassName("tf-project-name");
        return link;
    }

    PortfolioAddress withTable(boolean wanted) {
        return new PortfolioAddress(wanted, text, organization, unit);
    }

    PortfolioAddress withText(String wanted) {
        return new PortfolioAddress(table, wanted, organization, unit);
    }

    PortfolioAddress withOrganization(String wanted) {
        return new PortfolioAddress(table, text, wanted, unit);
    }

    PortfolioAddress withUnit(TimelineScale.Unit wanted) {
        return new PortfolioAddress(table, text, organization, wanted);
    }

    void open(PortfolioId id) {
        Map<String, String> query = new TreeMap<>(Map.of(
                "view",
                table ? "table" : "",
                "filter",
                text,
                "organization",
                organization,
                "unit",
                unit == TimelineScale.Unit.QUARTERS ? "" : unit.name().toLowerCase(Locale.ROOT)));
        query.values().removeIf(String::isBlank);
        UI.getCurrentOrThrow().navigate(PortfolioView.class, parameters(id), QueryParameters.simple(query));
    }

    boolean filters() {
        return !text.isBlank() || !organization.isEmpty();
    }

    boolean matches(ProjectRow row) {
        return row.project()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .contains(text.strip().toLowerCase(Locale.ROOT))
                && (organization.isEmpty() || row.organizations().contains(organization));
    }

    private static TimelineScale.Unit unit(String text) {
        return Arrays.stream(TimelineScale.Unit.values())
                .filter(unit -> unit.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(TimelineScale.Unit.QUARTERS);
    }

    private static String parameter(QueryParameters query, String name) {
        return query.getSingleParameter(name).orElse("").replace("\0", "");
    }
}
