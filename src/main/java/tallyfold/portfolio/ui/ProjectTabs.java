package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** The parts of a project's page, by their names in its address. */
final class ProjectTabs extends Composite<ViewTabs> {

    private final Span items = new Span();
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    /** Tabs; {@code chosen} hears which one somebody went to. */
    ProjectTabs(Consumer<String> chosen) {
        items.addClassName("tf-tab-count");
        tabs.put(ProjectAddress.SUMMARY, new Tab(Texts.of("portfolio.tab.summary")));
        tabs.put(ProjectAddress.ITERATIONS, new Tab(Texts.of("portfolio.tab.iterations")));
        tabs.put(ProjectAddress.TEAM, new Tab(Texts.of("portfolio.tab.team")));
        tabs.put(ProjectAddress.SCHEDULE, new Tab(Texts.of("portfolio.tab.schedule")));
        tabs.put(ProjectAddress.WORK_ITEMS, new Tab(new Span(Texts.of("portfolio.tab.work-items")), items));
        tabs.put(ProjectAddress.HISTORY, new Tab(Texts.of("portfolio.tab.history")));
        tabs.put(ProjectAddress.SETTINGS, new Tab(Texts.of("portfolio.tab.settings")));
        getContent().getElement().setAttribute("aria-label", Texts.of("portfolio.tabs"));
        getContent().addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                tabs.forEach((name, tab) -> {
                    if (tab.equals(event.getSelectedTab())) {
                        chosen.accept(name);
                    }
                });
            }
        });
    }

    @Override
    protected ViewTabs initContent() {
        return new ViewTabs(tabs.values().toArray(Tab[]::new));
    }

    void show(String name, long itemCount) {
        items.setText(Texts.of("portfolio.count", itemCount));
        getContent().setSelectedTab(tabs.get(name));
    }
}
