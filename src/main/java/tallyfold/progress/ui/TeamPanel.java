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
import tallyfold.uikit.PhoneColumn;
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

    /** A column of numbers, and the items it counts. */
    private record Figure(String name, WorkItemFilter filter, ToLongFunction<PersonLoad> number) {

        String header() {
            return Texts.of("progress.team." + name);
        }
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "in-progress",
                    WorkItemFilter.NONE.withCategories(Set.of(StateCategory.IN_PROGRESS, StateCategory.RESOLVED)),
                    PersonLoad::inProgress),
            new Figure(
                    "completed",
                    WorkItemFilter.NONE.withCategories(Set.of(StateCategory.COMPLETED)),
                    PersonLoad::completed),
            new Figure(
                    "not-started",
                    WorkItemFilter.NONE.withCategories(Set.of(StateCategory.PROPOSED)),
                    PersonLoad::notStarted),
            new Figure(
                    "this-week",
                    WorkItemFilter.NONE.withTraits(Set.of(WorkItemTrait.DUE_THIS_WEEK)),
                    PersonLoad::thisWeek),
            new Figure("late", WorkItemFilter.NONE.withLate(true), PersonLoad::late));

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
        FIGURES.forEach(figure -> number(grid, figure));
        if (rows.stream().anyMatch(row -> !row.teams().isEmpty())) {
            grid.addColumn(TeamRow::teams)
                    .setHeader(Texts.of("progress.team.teams"))
                    .setTooltipGenerator(TeamRow::teams)
                    .setWidth("160px")
                    .setFlexGrow(1);
        }
        PhoneColumn.follow(grid, grid.addComponentColumn(this::card).setHeader(Texts.of("progress.team")));
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= ALL_AT_ONCE);
        add(grid);
    }

    private void number(Grid<TeamRow> grid, Figure figure) {
        grid.addComponentColumn(row -> number(row, figure))
                .setHeader(figure.header())
                .setComparator(Comparator.comparingLong(row -> figure.number().applyAsLong(row.load())))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("128px")
                .setFlexGrow(0);
    }

    private Component number(TeamRow row, Figure figure) {
        long number = figure.number().applyAsLong(row.load());
        Component link = FigureLink.of(
                number,
                Texts.of("progress.team.of", figure.header(), row.name()),
                figure.filter().withAssignees(List.of(row.filterKey())),
                links);
        if (number > 0 && figure.filter().late()) {
            link.addClassName("tf-bad");
        }
        return link;
    }

    private Component card(TeamRow row) {
        Div card = new Div(name(row));
        card.addClassName("tf-person-card");
        FIGURES.forEach(figure -> card.add(Cards.line(figure.header(), number(row, figure))));
        return card;
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
