package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.project.ImportCandidate;
import tallyfold.project.ImportStatus;
import tallyfold.project.PortfolioId;
import tallyfold.project.Project;
import tallyfold.project.Rhythm;
import tallyfold.provider.RemoteProjectId;
import tallyfold.sync.RhythmWords;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The projects of one organization with filter, selection and what is wrong with the chosen ones. */
final class ImportCandidateList extends Div {

    private final ImportSelection selection;
    private final ImportProcesses processes;
    private final ImportCandidateGrid grid;
    private final PortfolioField portfolio;
    private final Runnable changed;
    private final TextField filter = new TextField();
    private final Select<ImportStatus> status = new Select<>();
    private final Button selectAll = new Button();
    private final Button clear = new Button(Texts.of("importing.clear-selection"));
    private final Span count = new Span();
    private final Div nothing = new Div();

    ImportCandidateList(
            ImportContext context,
            Connection connection,
            String source,
            List<ImportCandidate> candidates,
            List<Project> targets,
            PortfolioField portfolio,
            Runnable changed) {
        this.portfolio = portfolio;
        this.changed = changed;
        selection = new ImportSelection(candidates.stream().map(ImportRow::new).toList(), targets);
        processes = new ImportProcesses(context, connection.id(), this::refresh);
        grid = new ImportCandidateGrid(source, selection, targets, processes, this::refreshAll);
        addClassName("tf-import-list");
        nothing.addClassName("tf-import-nothing");
        portfolio.addClassName("tf-import-portfolio");
        portfolio.setVisible(portfolio.offersAny());
        Div whole = new Div(portfolio, scheduleLine(source, context.syncs().rhythm()));
        whole.addClassName("tf-import-batch");
        add(toolbar(), grid, nothing, whole);
        refreshAll();
    }

    ImportSelection selection() {
        return selection;
    }

    /** Where all of them are to lie; null for nowhere. */
    @Nullable
    PortfolioId portfolio() {
        return portfolio.chosen();
    }

    Map<ImportRow, String> problems() {
        return selection.problems();
    }

    /** Shows reasons the server gave on their rows. */
    void refused(Map<RemoteProjectId, String> reasons) {
        selection.refused(reasons);
        refreshAll();
    }

    /** Leads to the first row that cannot be imported as it stands. */
    void showFirstProblem() {
        problems().keySet().stream().findFirst().ifPresent(row -> {
            if (!selection.matches(row)) {
                clearFilter();
            }
            grid.goTo(row);
        });
    }

    void stop() {
        processes.stop();
    }

    private Div toolbar() {
        filter.setPlaceholder(Texts.of("importing.filter"));
        filter.setAriaLabel(Texts.of("importing.filter"));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(_ -> applyFilter());
        status.setAriaLabel(Texts.of("importing.column.status"));
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(Texts.of("importing.status-all"));
        status.setItemLabelGenerator(ImportCandidateList::label);
        status.setItems(ImportStatus.values());
        status.addValueChangeListener(_ -> applyFilter());
        selectAll.addThemeVariants(ButtonVariant.TERTIARY);
        selectAll.addClickListener(_ -> {
            Set<ImportRow> wanted = new LinkedHashSet<>(selection.selected());
            wanted.addAll(selection.selectableMatches());
            grid.choose(wanted);
        });
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(_ -> grid.choose(List.of()));
        count.addClassName("tf-import-count");
        count.getElement().setAttribute("aria-live", "polite");
        Div bar = new Div(filter, status, selectAll, clear, count);
        bar.addClassName("tf-toolbar");
        return bar;
    }

    private static Div scheduleLine(String source, Rhythm rhythm) {
        Span line = new Span(
                rhythm.equals(Rhythm.OFF)
                        ? Texts.of("importing.schedule-off")
                        : Texts.of("importing.schedule", RhythmWords.of(rhythm)));
        Div holder = new Div(new Span(Texts.of("importing.schedule-matched", source)), line);
        holder.addClassNames("tf-import-schedule", "tf-quiet");
        return holder;
    }

    private void applyFilter() {
        selection.filter(filter.getValue(), status.getValue());
        grid.filterChanged();
        refreshAll();
    }

    private void clearFilter() {
        filter.clear();
        status.clear();
        applyFilter();
    }

    private void refresh(ImportRow row) {
        grid.getListDataView().refreshItem(row);
    }

    private void refreshAll() {
        ImportSelection.Counts counts = selection.counts();
        count.setText(
                counts.selected() == 0
                        ? Texts.of("importing.count-none", counts.all())
                        : Texts.of(
                                "importing.count",
                                counts.selected(),
                                counts.all(),
                                ImportWords.becomes(counts.toCreate(), counts.toLink())));
        List<ImportRow> matching = selection.selectableMatches();
        selectAll.setText(Texts.of("importing.select-all", matching.size()));
        selectAll.setVisible(!matching.isEmpty() && !selection.selected().containsAll(matching));
        clear.setVisible(counts.selected() > 0);
        showNothing(selection.rows().stream().noneMatch(selection::matches));
        grid.show(selection.problems());
        changed.run();
    }

    private void showNothing(boolean empty) {
        grid.setVisible(!empty);
        nothing.setVisible(empty);
        nothing.removeAll();
        if (!empty) {
            return;
        }
        if (selection.filtered()) {
            nothing.add(new EmptyState(
                    Symbol.SEARCH,
                    filter.isEmpty()
                            ? Texts.of("importing.no-match-status", label(status.getValue()))
                            : Texts.of("importing.no-match", filter.getValue()),
                    Texts.of("importing.no-match-searched", selection.rows().size()),
                    new Button(Texts.of("importing.clear-filter"), _ -> clearFilter())));
        } else {
            nothing.add(new EmptyState(
                    Symbol.PROJECTS, Texts.of("importing.no-projects"), Texts.of("importing.no-projects.next")));
        }
    }

    private static String label(@Nullable ImportStatus status) {
        return status == null ? Texts.of("importing.status-all") : status.label();
    }
}
