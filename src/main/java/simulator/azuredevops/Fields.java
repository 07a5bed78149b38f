package simulator.azuredevops;

import static simulator.azuredevops.FieldInfo.Type.BOOLEAN;
import static simulator.azuredevops.FieldInfo.Type.DATE_TIME;
import static simulator.azuredevops.FieldInfo.Type.DOUBLE;
import static simulator.azuredevops.FieldInfo.Type.HISTORY;
import static simulator.azuredevops.FieldInfo.Type.HTML;
import static simulator.azuredevops.FieldInfo.Type.IDENTITY;
import static simulator.azuredevops.FieldInfo.Type.INTEGER;
import static simulator.azuredevops.FieldInfo.Type.PLAIN_TEXT;
import static simulator.azuredevops.FieldInfo.Type.STRING;
import static simulator.azuredevops.FieldInfo.Type.TREE_PATH;

import java.util.ArrayList;
import java.util.List;

/** Reference names of the fields in use, and the catalogue of all fields every organization has. */
public final class Fields {

    public static final String ID = "System.Id";
    public static final String REV = "System.Rev";
    public static final String TITLE = "System.Title";
    public static final String STATE = "System.State";
    public static final String REASON = "System.Reason";
    public static final String TYPE = "System.WorkItemType";
    public static final String PROJECT = "System.TeamProject";
    public static final String AREA_PATH = "System.AreaPath";
    public static final String ITERATION_PATH = "System.IterationPath";
    public static final String ASSIGNED_TO = "System.AssignedTo";
    public static final String PARENT = "System.Parent";
    public static final String TAGS = "System.Tags";
    public static final String DESCRIPTION = "System.Description";
    public static final String HISTORY_TEXT = "System.History";
    public static final String CREATED_DATE = "System.CreatedDate";
    public static final String CREATED_BY = "System.CreatedBy";
    public static final String CHANGED_DATE = "System.ChangedDate";
    public static final String CHANGED_BY = "System.ChangedBy";
    public static final String IS_DELETED = "System.IsDeleted";
    public static final String COMMENT_COUNT = "System.CommentCount";
    public static final String PRIORITY = "Microsoft.VSTS.Common.Priority";
    public static final String SEVERITY = "Microsoft.VSTS.Common.Severity";
    public static final String STACK_RANK = "Microsoft.VSTS.Common.StackRank";
    public static final String BACKLOG_PRIORITY = "Microsoft.VSTS.Common.BacklogPriority";
    public static final String VALUE_AREA = "Microsoft.VSTS.Common.ValueArea";
    public static final String ACTIVITY = "Microsoft.VSTS.Common.Activity";
    public static final String STATE_CHANGE_DATE = "Microsoft.VSTS.Common.StateChangeDate";
    public static final String ACTIVATED_DATE = "Microsoft.VSTS.Common.ActivatedDate";
    public static final String ACTIVATED_BY = "Microsoft.VSTS.Common.ActivatedBy";
    public static final String RESOLVED_DATE = "Microsoft.VSTS.Common.ResolvedDate";
    public static final String RESOLVED_BY = "Microsoft.VSTS.Common.ResolvedBy";
    public static final String CLOSED_DATE = "Microsoft.VSTS.Common.ClosedDate";
    public static final String CLOSED_BY = "Microsoft.VSTS.Common.ClosedBy";
    public static final String STORY_POINTS = "Microsoft.VSTS.Scheduling.StoryPoints";
    public static final String EFFORT = "Microsoft.VSTS.Scheduling.Effort";
    public static final String SIZE = "Microsoft.VSTS.Scheduling.Size";
    public static final String ORIGINAL_ESTIMATE = "Microsoft.VSTS.Scheduling.OriginalEstimate";
    public static final String REMAINING_WORK = "Microsoft.VSTS.Scheduling.RemainingWork";
    public static final String COMPLETED_WORK = "Microsoft.VSTS.Scheduling.CompletedWork";
    public static final String START_DATE = "Microsoft.VSTS.Scheduling.StartDate";
    public static final String FINISH_DATE = "Microsoft.VSTS.Scheduling.FinishDate";
    public static final String TARGET_DATE = "Microsoft.VSTS.Scheduling.TargetDate";
    public static final String DUE_DATE = "Microsoft.VSTS.Scheduling.DueDate";

    static final List<FieldInfo> CATALOGUE = catalogue();

    private Fields() {}

    private static List<FieldInfo> catalogue() {
        List<FieldInfo> all = new ArrayList<>();
        all.add(new FieldInfo(ID, "ID", INTEGER, true));
        all.add(new FieldInfo(REV, "Rev", INTEGER, true));
        all.add(new FieldInfo("System.AreaId", "Area ID", INTEGER, false));
        all.add(new FieldInfo("System.IterationId", "Iteration ID", INTEGER, false));
        all.add(new FieldInfo("System.NodeName", "Node Name", STRING, true));
        for (int level = 1; level <= 7; level++) {
            all.add(new FieldInfo("System.AreaLevel" + level, "Area Level " + level, STRING, true));
            all.add(new FieldInfo("System.IterationLevel" + level, "Iteration Level " + level, STRING, true));
        }
        all.add(new FieldInfo(PROJECT, "Team Project", STRING, true));
        all.add(new FieldInfo(AREA_PATH, "Area Path", TREE_PATH, false));
        all.add(new FieldInfo(ITERATION_PATH, "Iteration Path", TREE_PATH, false));
        all.add(new FieldInfo(TYPE, "Work Item Type", STRING, true));
        all.add(new FieldInfo(STATE, "State", STRING, false));
        all.add(new FieldInfo(REASON, "Reason", STRING, false));
        all.add(new FieldInfo(ASSIGNED_TO, "Assigned To", IDENTITY, false));
        all.add(new FieldInfo(CREATED_DATE, "Created Date", DATE_TIME, true));
        all.add(new FieldInfo(CREATED_BY, "Created By", IDENTITY, true));
        all.add(new FieldInfo(CHANGED_DATE, "Changed Date", DATE_TIME, true));
        all.add(new FieldInfo(CHANGED_BY, "Changed By", IDENTITY, true));
        all.add(new FieldInfo("System.AuthorizedDate", "Authorized Date", DATE_TIME, true));
        all.add(new FieldInfo("System.AuthorizedAs", "Authorized As", IDENTITY, true));
        all.add(new FieldInfo("System.RevisedDate", "Revised Date", DATE_TIME, true));
        all.add(new FieldInfo("System.Watermark", "Watermark", INTEGER, true));
        all.add(new FieldInfo(IS_DELETED, "Is Deleted", BOOLEAN, true));
        all.add(new FieldInfo(COMMENT_COUNT, "Comment Count", INTEGER, true));
        all.add(new FieldInfo(TITLE, "Title", STRING, false));
        all.add(new FieldInfo(PARENT, "Parent", INTEGER, true));
        all.add(new FieldInfo(TAGS, "Tags", PLAIN_TEXT, false));
        all.add(new FieldInfo(DESCRIPTION, "Description", HTML, false));
        all.add(new FieldInfo(HISTORY_TEXT, "History", HISTORY, false));
        all.add(new FieldInfo("System.BoardColumn", "Board Column", STRING, true));
        all.add(new FieldInfo(PRIORITY, "Priority", INTEGER, false));
        all.add(new FieldInfo(SEVERITY, "Severity", STRING, false));
        all.add(new FieldInfo(STACK_RANK, "Stack Rank", DOUBLE, false));
        all.add(new FieldInfo(BACKLOG_PRIORITY, "Backlog Priority", DOUBLE, false));
        all.add(new FieldInfo(VALUE_AREA, "Value Area", STRING, false));
        all.add(new FieldInfo(ACTIVITY, "Activity", STRING, false));
        all.add(new FieldInfo("Microsoft.VSTS.Common.Risk", "Risk", STRING, false));
        all.add(new FieldInfo("Microsoft.VSTS.Common.AcceptanceCriteria", "Acceptance Criteria", HTML, false));
        all.add(new FieldInfo("Microsoft.VSTS.TCM.ReproSteps", "Repro Steps", HTML, false));
        all.add(new FieldInfo(STATE_CHANGE_DATE, "State Change Date", DATE_TIME, true));
        all.add(new FieldInfo(ACTIVATED_DATE, "Activated Date", DATE_TIME, false));
        all.add(new FieldInfo(ACTIVATED_BY, "Activated By", IDENTITY, false));
        all.add(new FieldInfo(RESOLVED_DATE, "Resolved Date", DATE_TIME, false));
        all.add(new FieldInfo(RESOLVED_BY, "Resolved By", IDENTITY, false));
        all.add(new FieldInfo(CLOSED_DATE, "Closed Date", DATE_TIME, false));
        all.add(new FieldInfo(CLOSED_BY, "Closed By", IDENTITY, false));
        all.add(new FieldInfo(STORY_POINTS, "Story Points", DOUBLE, false));
        all.add(new FieldInfo(EFFORT, "Effort", DOUBLE, false));
        all.add(new FieldInfo(SIZE, "Size", DOUBLE, false));
        all.add(new FieldInfo(ORIGINAL_ESTIMATE, "Original Estimate", DOUBLE, false));
        all.add(new FieldInfo(REMAINING_WORK, "Remaining Work", DOUBLE, false));
        all.add(new FieldInfo(COMPLETED_WORK, "Completed Work", DOUBLE, false));
        all.add(new FieldInfo(START_DATE, "Start Date", DATE_TIME, false));
        all.add(new FieldInfo(FINISH_DATE, "Finish Date", DATE_TIME, false));
        all.add(new FieldInfo(TARGET_DATE, "Target Date", DATE_TIME, false));
        all.add(new FieldInfo(DUE_DATE, "Due Date", DATE_TIME, false));
        return List.copyOf(all);
    }
}
