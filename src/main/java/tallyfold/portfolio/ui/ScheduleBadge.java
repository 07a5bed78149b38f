package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Span;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.portfolio.ui.standing.StatusBadge;

/** The schedule status of a project with its reason: as a tooltip to those who point at it, read out to those who do not see it. */
public final class ScheduleBadge extends Span {

    public ScheduleBadge(ScheduleStanding schedule) {
        add(new StatusBadge(schedule.status()));
        if (!schedule.reason().isEmpty()) {
            Span reason = new Span(" " + schedule.reason());
            reason.addClassName("tf-visually-hidden");
            add(reason);
            setTitle(schedule.reason());
        }
    }
}
