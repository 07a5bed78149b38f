package tallyfold.workitem;

import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;

/**
 * How many items of one type and state a link shows.
 *
 * @param items also those that the project shows through another link
 * @param once without those the project counts through another link
 */
public record StateCount(
        ProjectId project, LinkId link, String type, String state, StateCategory category, long items, long once) {}
