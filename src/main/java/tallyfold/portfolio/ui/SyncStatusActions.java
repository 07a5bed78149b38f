package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tallyfold.project.LinkId;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** What can be done with the chosen links; only there while some are chosen. */
final class SyncStatusActions extends Div {

    /** What the buttons ask for. */
    interface Actions {

        void syncNow(Collection<LinkId> links);

        void fullSync(Collection<LinkId> links);

        void cancel(Collection<LinkId> links);

        void clear();
    }

    private final Span count = new Span();
    private final Button cancel;
    private List<LinkId> chosen = List.of();

    SyncStatusActions(Actions actions) {
        addClassName("tf-sync-actions");
        count.addClassName("tf-name");
        count.getElement().setAttribute("role", "status");
        cancel = button("portfolio.cancel-sync", Symbol.STOP, actions::cancel);
        Button clear = new Button(Texts.of("portfolio.clear-selection"), _ -> actions.clear());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                count,
                button("portfolio.sync-now", Symbol.REFRESH, actions::syncNow),
                button("portfolio.full-sync", Symbol.DATABASE, actions::fullSync),
                cancel,
                clear);
        setVisible(false);
    }

    private Button button(String key, Symbol symbol, Consumer<Collection<LinkId>> action) {
        return new Button(Texts.of(key), symbol.icon(), _ -> action.accept(chosen));
    }

    void show(Set<SyncStatusRow> rows, int all) {
        chosen = rows.stream().map(row -> row.link().id()).toList();
        count.setText(Texts.of("portfolio.selected", rows.size(), all));
        cancel.setEnabled(rows.stream().anyMatch(SyncStatusRow::unfinished));
        setVisible(!rows.isEmpty());
    }
}
