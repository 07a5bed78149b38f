package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** How the projects of a portfolio are shown, and which of them. */
final class PortfolioToolbar extends Div {

    private final Tab timeline = new Tab(Symbol.CALENDAR.icon(), new Span(Texts.of("portfolios.timeline")));
    private final Tab table = new Tab(Symbol.TABLE.icon(), new Span(Texts.of("portfolio.table")));
    private final ViewTabs tabs = new ViewTabs(timeline, table);
    private final TextField filter = new TextField();
    private final Select<String> organization = new Select<>();
    private final Select<TimelineScale.Unit> unit = new Select<>();
    private final Span hits = new Span();

    /** @param wished hears what is to become of the address */
    PortfolioToolbar(Consumer<UnaryOperator<PortfolioAddress>> wished) {
        addClassName("tf-toolbar");
        tabs.getElement().setAttribute("aria-label", Texts.of("portfolio.view"));
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                boolean wanted = table.equals(event.getSelectedTab());
                wished.accept(address -> address.withTable(wanted));
            }
        });
        filter.setPlaceholder(Texts.of("portfolio.filter"));
        filter.setAriaLabel(Texts.of("portfolio.filter"));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setMaxLength(256);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wished.accept(address -> address.withText(event.getValue()));
            }
        });
        organization.setAriaLabel(Texts.of("portfolios.organization"));
        organization.setEmptySelectionAllowed(true);
        organization.setEmptySelectionCaption(Texts.of("portfolios.organization.any"));
        organization.setItemLabelGenerator(name -> name == null ? Texts.of("portfolios.organization.any") : name);
        organization.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wished.accept(address -> address.withOrganization(Objects.requireNonNullElse(event.getValue(), "")));
            }
        });
        unit.setAriaLabel(Texts.of("portfolios.unit"));
        unit.setItems(TimelineScale.Unit.values());
        unit.setItemLabelGenerator(each -> Objects.requireNonNull(each).label());
        unit.addClassName("tf-portfolio-unit");
        unit.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wished.accept(address -> address.withUnit(event.getValue()));
            }
        });
        hits.addClassName("tf-project-hits");
        hits.getElement().setAttribute("aria-live", "polite");
        add(tabs, filter, organization, hits, unit);
    }

    void show(PortfolioAddress address, List<ProjectRow> all, int found) {
        tabs.setSelectedTab(address.table() ? table : timeline);
        filter.setValue(address.text());
        List<String> organizations = all.stream()
                .flatMap(row -> row.organizations().stream())
                .distinct()
                .sorted()
                .toList();
        organization.setItems(organizations);
        organization.setValue(organizations.contains(address.organization()) ? address.organization() : null);
        unit.setValue(address.unit());
        unit.setVisible(!address.table());
        hits.setText(address.filters() ? Texts.of("portfolio.hits", found, all.size()) : "");
    }
}
