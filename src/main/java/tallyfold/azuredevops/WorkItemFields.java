package tallyfold.azuredevops;

import java.util.List;

/** The fields of a work item we read, by their reference names. */
final class WorkItemFields {

    static final String PROJECT = "System.TeamProject";
    static final String TYPE = "System.WorkItemType";
    static final String TITLE = "System.Title";
    static final String STATE = "System.State";
    static final String ASSIGNED_TO = "System.AssignedTo";
    static final String AREA = "System.AreaPath";
    static final String ITERATION = "System.IterationPath";
    static final String PARENT = "System.Parent";
    static final String TAGS = "System.Tags";
    static final String CREATED = "System.CreatedDate";
    static final String CHANGED = "System.ChangedDate";
    static final String RANK = "Microsoft.VSTS.Common.StackRank";
    static final String SCRUM_RANK = "Microsoft.VSTS.Common.BacklogPriority";
    static final String PRIORITY = "Microsoft.VSTS.Common.Priority";
    static final String STORY_POINTS = "Microsoft.VSTS.Scheduling.StoryPoints";
    static final String EFFORT = "Microsoft.VSTS.Scheduling.Effort";
    static final String SIZE = "Microsoft.VSTS.Scheduling.Size";
    static final String ORIGINAL_ESTIMATE = "Microsoft.VSTS.Scheduling.OriginalEstimate";
    static final String REMAINING_WORK = "Microsoft.VSTS.Scheduling.RemainingWork";
    static final String COMPLETED_WORK = "Microsoft.VSTS.Scheduling.CompletedWork";
    static final String START = "Microsoft.VSTS.Scheduling.StartDate";
    static final String TARGET = "Microsoft.VSTS.Scheduling.TargetDate";
    static final String DUE = "Microsoft.VSTS.Scheduling.DueDate";
    static final String ACTIVATED = "Microsoft.VSTS.Common.ActivatedDate";
    static final String RESOLVED = "Microsoft.VSTS.Common.ResolvedDate";
    static final String CLOSED = "Microsoft.VSTS.Common.ClosedDate";
    static final String STATE_CHANGED = "Microsoft.VSTS.Common.StateChangeDate";

    /** Told by the feed of revisions only. */
    static final String DELETED = "System.IsDeleted";

    /** What is asked for: nothing else of an item leaves its source. */
    static final List<String> ALL = List.of(
            PROJECT,
            TYPE,
            TITLE,
            STATE,
            ASSIGNED_TO,
            AREA,
            ITERATION,
            PARENT,
            TAGS,
            CREATED,
            CHANGED,
            RANK,
            SCRUM_RANK,
            PRIORITY,
            STORY_POINTS,
            EFFORT,
            SIZE,
            ORIGINAL_ESTIMATE,
            REMAINING_WORK,
            COMPLETED_WORK,
            START,
            TARGET,
            DUE,
            ACTIVATED,
            RESOLVED,
            CLOSED,
            STATE_CHANGED);

    private WorkItemFields() {}
}
