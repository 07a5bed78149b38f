package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** What "Sync status" says where there is no line. */
final class SyncStatusNothing extends Composite<Div> {

    /**
     * Explains an empty list.
     *
     * @param atAll whether there is no link at all, rather than none that matches
     * @param manages whether the reader could make one
     */
    SyncStatusNothing(boolean atAll, boolean manages) {
        getContent()
                .add(
                        atAll
                                ? new EmptyState(
                                        Symbol.REFRESH,
                                        Texts.of("portfolio.nothing-synced.title"),
                                        Texts.of(
                                                manages
                                                        ? "portfolio.nothing-synced.text"
                                                        : "portfolio.nothing-synced.viewer"),
                                        new Button(
                                                Texts.of("portfolio.nothing-synced.go"),
                                                _ -> ProjectsPage.CARDS.open("")))
                                : new EmptyState(
                                        Symbol.SEARCH,
                                        Texts.of("portfolio.nothing-matches.title"),
                                        Texts.of("portfolio.nothing-matches.text"),
                                        new Button(
                                                Texts.of("portfolio.none-found.clear"),
                                                _ -> ProjectsPage.SYNC_STATUS.open(""))));
    }
}
