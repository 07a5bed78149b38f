package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.PersonRow;

/** The tab "Team" of a project: who works on it, and how much. */
final class TeamPanel extends Div {

    TeamPanel(List<PersonRow> people) {
        if (people.isEmpty()) {
            add(new EmptyState(Symbol.PEOPLE, Texts.of("portfolio.team.none"), Texts.of("portfolio.team.none.text")));
            return;
        }
        Grid<PersonRow> grid = new Grid<>();
        grid.addClassNames("tf-dense", "tf-team");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", Texts.of("portfolio.tab.team"));
        grid.addComponentColumn(TeamPanel::name)
                .setHeader(Texts.of("portfolio.team.name"))
                .setComparator(Comparator.comparing(PersonRow::name, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(2);
        grid.addColumn(person -> String.join(", ", person.teams()))
                .setHeader(Texts.of("portfolio.team.teams"))
                .setTooltipGenerator(person -> String.join(", ", person.teams()))
                .setFlexGrow(1);
        number(grid.addColumn(person -> Texts.of("portfolio.count", person.open())), "portfolio.team.open")
                .setComparator(Comparator.comparingLong(PersonRow::open));
        number(grid.addColumn(person -> Texts.of("portfolio.count", person.closed())), "portfolio.team.closed")
                .setComparator(Comparator.comparingLong(PersonRow::closed));
        grid.setItems(people);
        grid.setAllRowsVisible(people.size() <= 20);
        add(grid);
    }

    private static Grid.Column<PersonRow> number(Grid.Column<PersonRow> column, String key) {
        return column.setHeader(Texts.of(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
    }

    private static Component name(PersonRow person) {
        Span name = new Span(person.name());
        name.addClassName("tf-name");
        Div line = new Div(name);
        line.addClassName("tf-team-name");
        if (!person.active()) {
            line.add(new StatusWord(Symbol.SKIPPED, Texts.of("portfolio.team.disabled"), Tone.QUIET));
        }
        Div both = new Div(line);
        if (person.uniqueName() != null) {
            Span second = new Span(person.uniqueName());
            second.addClassName("tf-second-line");
            both.add(second);
        }
        return both;
    }
}
