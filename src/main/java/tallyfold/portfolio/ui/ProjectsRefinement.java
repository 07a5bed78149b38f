package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** What the projects are narrowed down to beside their names, and which columns are shown. */
final class ProjectsRefinement {

    private final Consumer<UnaryOperator<ProjectsAddress>> wished;
    private final Select<String> portfolio = new Select<>();
    private final Select<ShownStatus> status = new Select<>();
    private final Button favourites = new Button(Symbol.STAR.icon());
    private final MenuBar columns = new MenuBar();
    private PortfolioTree tree = new PortfolioTree(List.of(), java.util.Map.of());
    private boolean onlyFavourites;

    /** @param wished hears what is to become of the address */
    ProjectsRefinement(Consumer<UnaryOperator<ProjectsAddress>> wished) {
        this.wished = wished;
        portfolio.setAriaLabel(Texts.of("portfolios.field"));
        portfolio.setEmptySelectionAllowed(true);
        portfolio.setEmptySelectionCaption(Texts.of("portfolios.any"));
        portfolio.setItemLabelGenerator(this::label);
        portfolio.addClassName("tf-project-portfolio");
        portfolio.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wished.accept(address -> address.withPortfolio(Objects.requireNonNullElse(event.getValue(), "")));
            }
        });
        status.setAriaLabel(Texts.of("portfolio.column.status"));
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(Texts.of("portfolio.any-status"));
        status.setItems(ShownStatus.values());
        status.setItemLabelGenerator(each -> each == null ? Texts.of("portfolio.any-status") : each.label());
        status.addClassName("tf-project-status");
        status.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wished.accept(address -> address.withStatus(event.getValue()));
            }
        });
        favourites.addThemeVariants(ButtonVariant.TERTIARY);
        favourites.setAriaLabel(Texts.of("portfolios.favourites"));
        favourites.setTooltipText(Texts.of("portfolios.favourites.only"));
        favourites.addClickListener(_ -> wished.accept(address -> address.withFavourites(!onlyFavourites)));
        columns.addThemeVariants(MenuBarVariant.TERTIARY);
    }

    Component[] parts() {
        return new Component[] {portfolio, status, favourites, columns};
    }

    void show(ProjectsAddress address, PortfolioTree now) {
        tree = now;
        List<String> offered = new ArrayList<>();
        now.inOrder().forEach(one -> offered.add(one.id().value().toString()));
        portfolio.setVisible(!offered.isEmpty());
        offered.add(ProjectsAddress.NONE);
        portfolio.setItems(offered);
        portfolio.setValue(offered.contains(address.portfolio()) ? address.portfolio() : null);
        status.setValue(address.status());
        onlyFavourites = address.favourites();
        favourites.setClassName("tf-pressed", onlyFavourites);
        favourites.getElement().setAttribute("aria-pressed", Boolean.toString(onlyFavourites));
        showColumns(address);
    }

    private void showColumns(ProjectsAddress address) {
        columns.removeAll();
        columns.setVisible(address.page() == ProjectsPage.TABLE);
        var chooser = columns.addItem(Symbol.COLUMNS.icon());
        chooser.setAriaLabel(Texts.of("portfolios.columns"));
        List<String> shown = address.columns() == null ? ProjectColumn.USUAL : address.columns();
        for (ProjectColumn column : ProjectColumn.optional()) {
            var item = chooser.getSubMenu().addItem(column.label());
            item.setCheckable(true);
            item.setChecked(shown.contains(column.key()));
            item.addClickListener(_ ->
                    wished.accept(now -> now.withColumns(without(shown, column.key(), shown.contains(column.key())))));
        }
    }

    private static List<String> without(List<String> shown, String key, boolean hide) {
        return ProjectColumn.optional().stream()
                .map(ProjectColumn::key)
                .filter(each -> each.equals(key) ? !hide : shown.contains(each))
                .toList();
    }

    private String label(@Nullable String key) {
        if (key == null) {
            return Texts.of("portfolios.any");
        }
        return ProjectsFilter.id(key).map(id -> PortfolioField.path(tree, id)).orElse(Texts.of("portfolios.in-none"));
    }
}
