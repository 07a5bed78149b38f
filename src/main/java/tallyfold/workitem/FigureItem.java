package tallyfold.workitem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;

/**
 * What figures need of an item, as one link shows it. Numbers may be anything a double can be.
 *
 * @param effort story points, effort or size
 * @param due due date, else target date; days in UTC
 */
public record FigureItem(
        LinkId link,
        WorkItemKey key,
        @Nullable Long parent,
        String type,
        String state,
        StateCategory category,
        String iteration,
        @Nullable String assignee,
        @Nullable String assigneeName,
        boolean assigneeActive,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable Double effort,
        @Nullable Double originalEstimate,
        @Nullable Double completedWork,
        @Nullable Double remainingWork) {}
