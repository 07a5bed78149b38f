package tallyfold.workitem;

import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/**
 * A link with the process its items follow.
 *
 * @param organization name of the organization
 * @param organizationKey the same for all connections to one organization
 * @param process name of the process as last seen; null before the first load
 * @param base name of the system process it comes from; null before the first load, and when it is none of those known
 */
public record LinkProcess(
        LinkId link,
        ProjectId project,
        String organization,
        String organizationKey,
        @Nullable String process,
        @Nullable String base) {}
