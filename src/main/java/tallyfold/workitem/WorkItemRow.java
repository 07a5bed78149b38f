package tallyfold.workitem;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/**
 * One work item as grids and exports show it. Every text came from the source system and may hold anything.
 *
 * @param link the link it is shown through
 * @param typeColor six hexadecimal digits without #; null when the process gives none
 * @param stateColor as {@code typeColor}
 * @param typeIcon the source system's name of the icon
 * @param parent number of the parent, which need not be in the project
 * @param effort story points, effort or size
 * @param originalEstimate hours, as remaining and completed work
 * @param start first day, as due and target in UTC, which is how the source system keeps dates without a time
 * @param iterationFinish last day of the iteration the item is in
 * @param webAddress where people open it, always https or http
 * @param removed when the source system was first seen not to list the item any more; null while it does
 * @param late whether its deadline has passed and it is neither completed nor removed
 * @param hasChildren whether the project has items below this one
 */
public record WorkItemRow(
        WorkItemKey key,
        LinkId link,
        int rev,
        String type,
        @Nullable String typeColor,
        @Nullable String typeIcon,
        WorkItemLevel level,
        String title,
        String state,
        @Nullable String stateColor,
        StateCategory category,
        @Nullable String assignee,
        String area,
        String iteration,
        @Nullable Long parent,
        @Nullable Integer priority,
        @Nullable Double effort,
        @Nullable Double originalEstimate,
        @Nullable Double remainingWork,
        @Nullable Double completedWork,
        @Nullable LocalDate start,
        @Nullable LocalDate target,
        @Nullable LocalDate due,
        @Nullable LocalDate iterationFinish,
        List<String> tags,
        @Nullable Instant changed,
        @Nullable URI webAddress,
        @Nullable Instant removed,
        boolean late,
        boolean hasChildren) {

    public WorkItemRow {
        tags = List.copyOf(tags);
    }

    /** The day it should be done: due date, else target date, else the end of its iteration; null without any. */
    public @Nullable LocalDate deadline() {
        if (due != null) {
            return due;
        }
        return target != null ? target : iterationFinish;
    }
}
