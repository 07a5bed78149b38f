package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import tallyfold.project.ProjectId;
import tallyfold.project.StatusChange;
import tallyfold.project.StatusService;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** What was said of a project so far, newest first, some at a time. */
public final class StatusHistory extends Div {

    private static final int STEP = 10;

    private final transient StatusService statuses;
    private final transient ProjectId project;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(Texts.of("standing.history.more"), _ -> showMore());
    private int shown;

    StatusHistory(StatusService statuses, ProjectId project) {
        this.statuses = statuses;
        this.project = project;
        addClassNames("tf-card", "tf-status-history");
        add(new H2(Texts.of("standing.history")));
        list.addClassName("tf-status-changes");
        showMore();
        if (shown == 0) {
            Paragraph none = new Paragraph(Texts.of("standing.history.none"));
            none.addClassName("tf-quiet");
            add(none);
        } else {
            add(list, more);
        }
    }

    private void showMore() {
        List<StatusChange> next = statuses.history(project, shown, STEP + 1);
        next.stream().limit(STEP).map(StatusHistory::line).forEach(list::add);
        shown += Math.min(STEP, next.size());
        more.setVisible(next.size() > STEP);
    }

    private static ListItem line(StatusChange change) {
        Span area = new Span(change.area().label());
        area.addClassName("tf-standing-area");
        Component status =
                change.status() == null ? quiet(Texts.of("standing.automatic")) : new StatusBadge(change.status());
        Div what = new Div(area, status);
        what.addClassName("tf-status-change-what");
        String who = change.by() == null ? Texts.of("standing.history.itself") : change.by();
        Div words = new Div(quiet(Texts.of("standing.who", who, Times.minute(change.at()))));
        words.addClassName("tf-status-change-words");
        if (change.until() != null) {
            words.add(quiet(Texts.of("standing.until", Times.minute(change.until()))));
        }
        if (!change.note().isEmpty()) {
            Paragraph note = new Paragraph(change.note());
            note.addClassName("tf-standing-note");
            words.addComponentAsFirst(note);
        }
        ListItem line = new ListItem(what, words);
        line.addClassName("tf-status-change");
        return line;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassNames("tf-quiet", "tf-standing-small");
        return span;
    }
}
