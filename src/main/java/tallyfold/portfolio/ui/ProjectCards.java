package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import tallyfold.kernel.PageQuery;
import tallyfold.uikit.Texts;

/** The projects as cards, some at a time. */
final class ProjectCards extends Div {

    private static final int STEP = 48;

    private final ProjectRows rows;
    private final String filter;
    private final Clock clock;
    private final Div cards = new Div();
    private final Button more = new Button(Texts.of("portfolio.more"), _ -> addMore());
    private int shown;

    ProjectCards(ProjectRows rows, String filter, Clock clock) {
        this.rows = rows;
        this.filter = filter;
        this.clock = clock;
        cards.addClassName("tf-project-cards");
        add(cards, more);
        addMore();
    }

    private void addMore() {
        List<ProjectRow> page = rows.page(filter, new PageQuery(shown, STEP, List.of()));
        page.forEach(row -> cards.add(new ProjectCard(row, clock)));
        shown += page.size();
        more.setVisible(page.size() == STEP && shown < rows.count(filter));
    }
}
