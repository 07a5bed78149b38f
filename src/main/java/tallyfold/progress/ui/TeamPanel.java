package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import tallyfold.progress.PersonLoad;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.PersonRow;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemTrait;

/** The tab "Team" of a project: who works on it, and what everybody has on the table. */
public final class TeamPanel extends Div {

    private static final int ALL_AT_ONCE = 20;

    private static final WorkItemFilter IN_PROGRESS =
            WorkItemFilter.NONE.withCategories(Set.of(StateCategory.IN_PROGRESS, StateCategory.RESOLVED));
    private static final WorkItemFilter COMPLETED = WorkItemFilter.NONE.withCategories(Set.of(StateCategory.COMPLETED));
    private static final WorkItemFilter NOT_STARTED =
            WorkItemFilter.NONE.withCategories(Set.of(StateCategory.PROPOSED));
    private static final WorkItemFilter THIS_WEEK = WorkItemFilter.NONE.withTraits(Set.of(WorkItemTrait.DUE_THIS_WEEK));
    private static final WorkItemFilter LATE = WorkItemFilter.NONE.withLate(true);

    private final ItemLinks links;

    /**
     * Shows people.
     *
     * @param people those who are known, with and without items
     * @param loads what those with items have, and the items of nobody
     */
    public TeamPanel(List<PersonRow> people, List<PersonLoad> loads, ItemLinks links) {
        this.links = links;
        List<TeamRow> rows = TeamRow.of(people, loads);
        if (rows.isEmpty()) {
            add(new EmptyState(Symbol.PEOPLE, Texts.of("progress.team.none"), Texts.of("progress.team.none.text")));
            return;
        }
        Grid<TeamRow> grid = new Grid<>();
        grid.addClassNames("tf-dense", "tf-team");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", Texts.of("progress.team"));
        grid.addComponentColumn(TeamPanel::name)
                .setHeader(Texts.of("progress.team.name"))
                .setComparator(Comparator.comparing(TeamRow::name, String.CASE_INSENSITIVE_ORDER))
                .setWidth("170px")
                .setFlexGrow(2);
        number(grid, "in-progress", IN_PROGRESS, PersonLoad::inProgress);
        number(grid, "completed", COMPLETED, PersonLoad::completed);
        number(grid, "not-started", NOT_STARTED, PersonLoad::notStarted);
        number(grid, "this-week", THIS_WEEK, PersonLoad::thisWeek);
        number(grid, "late", LATE, PersonLoad::late);
        if (rows.stream().anyMatch(row -> !row.teams().isEmpty())) {
            grid.addColumn(TeamRow::teams)
                    .setHeader(Texts.of("progress.team.teams"))
                    .setTooltipGenerator(TeamRow::teams)
                    .setWidth("160px")
                    .setFlexGrow(1);
        }
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= ALL_AT_ONCE);
        add(grid);
    }

    private void number(Grid<TeamRow> grid, String name, WorkItemFilter filter, ToLongFunction<PersonLoad> figure) {
        String header = Texts.of("progress.team." + name);
        grid.addComponentColumn(row -> number(row, header, filter, figure.applyAsLong(row.load())))
                .setHeader(header)
                .setComparator(Comparator.comparingLong(row -> figure.applyAsLong(row.load())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("104px")
                .setFlexGrow(0);
    }

    private Component number(TeamRow row, String header, WorkItemFilter filter, long number) {
        Component figure = FigureLink.of(
                number,
                Texts.of("progress.team.of", header, row.name()),
                filter.withAssignees(List.of(row.filterKey())),
                links);
        if (number > 0 && filter.late()) {
            figure.addClassName("tf-bad");
        }
        return figure;
    }

    private static Component name(TeamRow person) {
        Span name = new Span(person.name());
        name.addClassName(person.nobody() ? "tf-quiet" : "tf-name");
        name.setTitle(person.name());
        Div line = new Div(name);
        line.addClassName("tf-team-name");
        if (!person.active()) {
            line.add(new StatusWord(Symbol.SKIPPED, Texts.of("progress.team.disabled"), Tone.QUIET));
        }
        Div both = new Div(line);
        if (!person.uniqueName().isEmpty()) {
            Span second = new Span(person.uniqueName());
            second.addClassName("tf-second-line");
            both.add(second);
        }
        return both;
    }
}
