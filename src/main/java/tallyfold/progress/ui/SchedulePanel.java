package tallyfold.progress.ui;

import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tallyfold.progress.BurnUp;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.ProjectSchedule.CurrentIteration;
import tallyfold.project.LinkId;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;

/** The tab "Schedule" of a project: the backlog, the iteration that is going on, and the large things in time. */
public final class SchedulePanel extends Div {

    private final Function<CurrentIteration, Optional<BurnUp>> burnUps;
    private final LocalDate today;
    private final Div burnUp = new Div();

    /**
     * Shows a schedule.
     *
     * @param countedTypes of the linked systems; no types where every type counts
     * @param burnUps finds how an iteration came to where it is
     * @param details finds items by their keys
     */
    public SchedulePanel(
            ProjectSchedule schedule,
            Map<LinkId, List<String>> countedTypes,
            Function<CurrentIteration, Optional<BurnUp>> burnUps,
            Function<List<WorkItemKey>, List<WorkItemRow>> details,
            LocalDate today,
            ItemLinks links) {
        this.burnUps = burnUps;
        this.today = today;
        addClassName("tf-schedule");
        burnUp.addClassName("tf-panel-cell");
        showBurnUp(schedule.current().stream().findFirst());
        add(
                BacklogCard.of(schedule, links),
                new CurrentIterationCard(
                        schedule.current(), countedTypes, links, chosen -> showBurnUp(Optional.of(chosen))),
                burnUp,
                new EpicsCard(schedule, today, details, links));
    }

    private void showBurnUp(Optional<CurrentIteration> iteration) {
        burnUp.removeAll();
        burnUp.add(new BurnUpCard(iteration.flatMap(burnUps), today));
    }
}
