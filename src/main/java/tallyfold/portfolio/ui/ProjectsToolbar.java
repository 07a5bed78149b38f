package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** How the projects are shown and which of them. */
final class ProjectsToolbar extends Div {

    private final Tab cardsTab = new Tab(Symbol.CARDS.icon(), new Span(Texts.of("portfolio.cards")));
    private final Tab tableTab = new Tab(Symbol.TABLE.icon(), new Span(Texts.of("portfolio.table")));
    private final Tabs views = new ViewTabs(cardsTab, tableTab);
    private final TextField filter = new TextField();
    private final Span hits = new Span();

    /** A toolbar; {@code changed} hears whether a table is wanted, and the filter. */
    ProjectsToolbar(BiConsumer<Boolean, String> changed) {
        addClassName("tf-toolbar");
        hits.addClassName("tf-project-hits");
        hits.getElement().setAttribute("aria-live", "polite");
        views.getElement().setAttribute("aria-label", Texts.of("portfolio.view"));
        views.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(table(), filter.getValue());
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
                changed.accept(table(), event.getValue());
            }
        });
        add(views, filter, hits);
    }

    void show(boolean table, String text) {
        views.setSelectedTab(table ? tableTab : cardsTab);
        filter.setValue(text);
    }

    void showHits(int found, int all) {
        setVisible(all > 0);
        hits.setText(filter.isEmpty() ? "" : Texts.of("portfolio.hits", found, all));
    }

    boolean table() {
        return tableTab.equals(views.getSelectedTab());
    }

    /** Empty when all projects are shown. */
    String filter() {
        return filter.getValue();
    }
}
