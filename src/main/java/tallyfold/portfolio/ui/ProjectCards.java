package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Texts;

/** The projects as cards, favourites first, the others some at a time. */
final class ProjectCards extends Div {

    private static final int STEP = 48;

    private final List<ProjectRow> others;
    private final Clock clock;
    private final BiConsumer<ProjectId, Boolean> mark;
    private final Div cards = cards();
    private final Button more = new Button(Texts.of("portfolio.more"), _ -> addMore());
    private int shown;

    ProjectCards(List<ProjectRow> rows, Clock clock, BiConsumer<ProjectId, Boolean> mark) {
        this.clock = clock;
        this.mark = mark;
        List<ProjectRow> favourites =
                rows.stream().filter(ProjectRow::favourite).toList();
        others = rows.stream().filter(row -> !row.favourite()).toList();
        if (!favourites.isEmpty()) {
            Div first = cards();
            favourites.forEach(row -> first.add(new ProjectCard(row, clock, mark)));
            add(heading("portfolios.favourites", favourites.size()), first);
            if (!others.isEmpty()) {
                add(heading("portfolios.others", others.size()));
            }
        }
        add(cards, more);
        addMore();
    }

    private void addMore() {
        List<ProjectRow> next = others.subList(shown, Math.min(shown + STEP, others.size()));
        next.forEach(row -> cards.add(new ProjectCard(row, clock, mark)));
        shown += next.size();
        more.setVisible(shown < others.size());
    }

    private static Div cards() {
        Div cards = new Div();
        cards.addClassName("tf-project-cards");
        return cards;
    }

    private static H2 heading(String key, int count) {
        Span number = new Span(Texts.of("portfolio.count", count));
        number.addClassName("tf-tab-count");
        H2 heading = new H2();
        heading.add(new Span(Texts.of(key)), number);
        heading.addClassName("tf-project-group");
        return heading;
    }
}
