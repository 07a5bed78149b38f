package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** What stands in place of the list of projects when there is nothing to list. */
final class ProjectsNothing {

    private ProjectsNothing() {}

    /** @param open begins an import; null for who may not */
    static EmptyState yet(@Nullable Runnable open) {
        return open == null
                ? new EmptyState(Symbol.PROJECTS, Texts.of("portfolio.empty.title"), Texts.of("portfolio.empty.viewer"))
                : new EmptyState(
                        Symbol.PROJECTS,
                        Texts.of("portfolio.empty.title"),
                        Texts.of("portfolio.empty.text"),
                        new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> open.run()));
    }

    static EmptyState found(ProjectsAddress address) {
        return new EmptyState(
                Symbol.SEARCH,
                address.text().isBlank()
                        ? Texts.of("portfolios.none-found.title")
                        : Texts.of("portfolio.none-found.title", address.text()),
                Texts.of(address.narrows() ? "portfolios.none-found.narrow" : "portfolio.none-found.text"),
                new Button(
                        Texts.of("portfolio.none-found.clear"),
                        _ -> address.unfiltered().open()));
    }
}
