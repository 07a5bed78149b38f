package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import tallyfold.uikit.Texts;
import tallyfold.workitem.ui.StateBar;

/** A project as a card. */
final class ProjectCard extends Div {

    ProjectCard(ProjectRow row, Clock clock) {
        addClassNames("tf-card", "tf-project-card");
        H2 name = new H2(ProjectTable.name(row));
        Span system = new Span(row.systems());
        system.setTitle(row.allSystems());
        system.addClassName("tf-second-line");
        Span percent = new Span(Texts.of("portfolio.percent", row.progress().percent()));
        percent.addClassName("tf-project-percent");
        Div middle = new Div(percent, SyncWords.status(row.run()));
        middle.addClassName("tf-project-middle");
        Div foot =
                new Div(new Span(ProjectDates.of(row.project()).words()), new Span(SyncWords.when(row.run(), clock)));
        foot.addClassName("tf-project-foot");
        add(name, system, middle, new StateBar(row.progress()), foot);
    }
}
