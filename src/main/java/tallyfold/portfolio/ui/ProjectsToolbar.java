package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** How the projects are shown and which of them. */
final class ProjectsToolbar extends Div {

    private final Map<ProjectsPage, Tab> pages = new EnumMap<>(ProjectsPage.class);
    private final Tabs views;
    private final TextField filter = new TextField();
    private final Span hits = new Span();

    /**
     * A toolbar.
     *
     * @param changed hears which page is wanted, and the filter
     * @param more further things to filter by
     */
    ProjectsToolbar(BiConsumer<ProjectsPage, String> changed, Component... more) {
        addClassName("tf-toolbar");
        for (ProjectsPage page : ProjectsPage.values()) {
            pages.put(page, new Tab(page.symbol().icon(), new Span(Texts.of(page.key()))));
        }
        views = new ViewTabs(pages.values().toArray(Tab[]::new));
        hits.addClassName("tf-project-hits");
        hits.getElement().setAttribute("aria-live", "polite");
        views.getElement().setAttribute("aria-label", Texts.of("portfolio.view"));
        views.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(page(), filter.getValue());
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
                changed.accept(page(), event.getValue());
            }
        });
        add(views, filter);
        add(more);
        add(hits);
    }

    void show(ProjectsPage page, String text) {
        views.setSelectedTab(pages.get(page));
        filter.setValue(text);
    }

    /** @param filtered whether anything but the text filters too */
    void showHits(int found, int all, boolean filtered) {
        setVisible(all > 0);
        hits.setText(filter.isEmpty() && !filtered ? "" : Texts.of("portfolio.hits", found, all));
    }

    ProjectsPage page() {
        return pages.entrySet().stream()
                .filter(entry -> entry.getValue().equals(views.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ProjectsPage.CARDS);
    }

    /** Empty when all projects are shown. */
    String filter() {
        return filter.getValue();
    }
}
