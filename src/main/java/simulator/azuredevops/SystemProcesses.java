package simulator.azuredevops;

import static simulator.azuredevops.SimState.Category.COMPLETED;
import static simulator.azuredevops.SimState.Category.IN_PROGRESS;
import static simulator.azuredevops.SimState.Category.PROPOSED;
import static simulator.azuredevops.SimState.Category.REMOVED;
import static simulator.azuredevops.SimState.Category.RESOLVED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The four processes every organization has, with the ids of the real service. */
public final class SystemProcesses {

    static final String EPIC = "Microsoft.EpicCategory";
    static final String FEATURE = "Microsoft.FeatureCategory";
    static final String REQUIREMENT = "Microsoft.RequirementCategory";
    static final String TASK = "Microsoft.TaskCategory";
    static final String BUG = "Microsoft.BugCategory";
    static final String TEST_CASE = "Microsoft.TestCaseCategory";
    static final String HIDDEN = "Microsoft.HiddenCategory";
    static final String NONE = "";

    private static final String GREY = "b2b2b2";
    private static final String BLUE = "007acc";
    private static final String ORANGE = "ff9d00";
    private static final String GREEN = "339933";
    private static final String WHITE = "ffffff";

    private static final List<SimState> NEW_TO_CLOSED = List.of(
            new SimState("New", GREY, PROPOSED),
            new SimState("Active", BLUE, IN_PROGRESS),
            new SimState("Resolved", ORANGE, RESOLVED),
            new SimState("Closed", GREEN, COMPLETED));
    private static final List<SimState> PROPOSED_TO_CLOSED = List.of(
            new SimState("Proposed", GREY, PROPOSED),
            new SimState("Active", BLUE, IN_PROGRESS),
            new SimState("Resolved", ORANGE, RESOLVED),
            new SimState("Closed", GREEN, COMPLETED));
    private static final List<SimState> DOING = List.of(
            new SimState("To Do", GREY, PROPOSED),
            new SimState("Doing", BLUE, IN_PROGRESS),
            new SimState("Done", GREEN, COMPLETED));
    private static final List<SimState> SCRUM_PORTFOLIO = List.of(
            new SimState("New", GREY, PROPOSED),
            new SimState("In Progress", BLUE, IN_PROGRESS),
            new SimState("Done", GREEN, COMPLETED),
            new SimState("Removed", WHITE, REMOVED));
    private static final List<SimState> SCRUM_BACKLOG = List.of(
            new SimState("New", GREY, PROPOSED),
            new SimState("Approved", GREY, PROPOSED),
            new SimState("Committed", BLUE, IN_PROGRESS),
            new SimState("Done", GREEN, COMPLETED),
            new SimState("Removed", WHITE, REMOVED));

    private static final List<String> EPIC_FIELDS = List.of(Fields.EFFORT, Fields.START_DATE, Fields.TARGET_DATE);
    private static final List<String> TASK_FIELDS =
            List.of(Fields.ORIGINAL_ESTIMATE, Fields.REMAINING_WORK, Fields.COMPLETED_WORK, Fields.ACTIVITY);

    /** Flexible planning with stories, points and a Resolved state. */
    public static final SimProcess AGILE = process(
            "adcc42ab-9882-485e-a3ed-7678f01f66bc",
            "Agile",
            "For teams that plan with user stories.",
            type("Epic", "E06C00", "icon_crown", EPIC, removable(NEW_TO_CLOSED), EPIC_FIELDS),
            type("Feature", "773B93", "icon_trophy", FEATURE, removable(NEW_TO_CLOSED), EPIC_FIELDS),
            type(
                    "User Story",
                    "009CCC",
                    "icon_book",
                    REQUIREMENT,
                    removable(NEW_TO_CLOSED),
                    List.of(Fields.STORY_POINTS)),
            type("Task", "F2CB1D", "icon_clipboard", TASK, removable(without(NEW_TO_CLOSED, "Resolved")), TASK_FIELDS),
            type("Bug", "CC293D", "icon_insect", BUG, NEW_TO_CLOSED, List.of(Fields.STORY_POINTS, Fields.SEVERITY)),
            type(
                    "Issue",
                    "B4009E",
                    "icon_traffic_cone",
                    NONE,
                    without(NEW_TO_CLOSED, "New", "Resolved"),
                    List.of(Fields.DUE_DATE)));

    /** Product backlog items, commitment, effort. */
    public static final SimProcess SCRUM = process(
            "6b724908-ef14-45cf-84f8-768b5384da45",
            "Scrum",
            "For teams that follow Scrum.",
            type("Epic", "E06C00", "icon_crown", EPIC, SCRUM_PORTFOLIO, EPIC_FIELDS),
            type("Feature", "773B93", "icon_trophy", FEATURE, SCRUM_PORTFOLIO, EPIC_FIELDS),
            type("Product Backlog Item", "009CCC", "icon_list", REQUIREMENT, SCRUM_BACKLOG, List.of(Fields.EFFORT)),
            type(
                    "Task",
                    "F2CB1D",
                    "icon_clipboard",
                    TASK,
                    List.of(
                            new SimState("To Do", GREY, PROPOSED),
                            new SimState("In Progress", BLUE, IN_PROGRESS),
                            new SimState("Done", GREEN, COMPLETED),
                            new SimState("Removed", WHITE, REMOVED)),
                    List.of(Fields.REMAINING_WORK, Fields.ACTIVITY)),
            type("Bug", "CC293D", "icon_insect", BUG, SCRUM_BACKLOG, List.of(Fields.EFFORT, Fields.SEVERITY)),
            type(
                    "Impediment",
                    "B4009E",
                    "icon_traffic_cone",
                    NONE,
                    List.of(new SimState("Open", GREY, PROPOSED), new SimState("Closed", GREEN, COMPLETED)),
                    List.of()));

    /** Three states and nothing else; what new projects get. */
    public static final SimProcess BASIC = process(
            "b8a3a935-7e91-48b8-a94c-606d37c3e9f2",
            "Basic",
            "For teams that want epics, issues and tasks only.",
            type("Epic", "E06C00", "icon_crown", EPIC, DOING, EPIC_FIELDS),
            type("Issue", "B4009E", "icon_traffic_cone", REQUIREMENT, DOING, List.of(Fields.EFFORT)),
            type("Task", "A4880A", "icon_clipboard", TASK, DOING, List.of(Fields.REMAINING_WORK, Fields.ACTIVITY)));

    /** Formal change management. */
    public static final SimProcess CMMI = process(
            "27450541-8e31-4150-9947-dc59f998fc01",
            "CMMI",
            "For teams that need formal change management.",
            type("Epic", "E06C00", "icon_crown", EPIC, PROPOSED_TO_CLOSED, EPIC_FIELDS),
            type("Feature", "773B93", "icon_trophy", FEATURE, PROPOSED_TO_CLOSED, EPIC_FIELDS),
            type("Requirement", "009CCC", "icon_book", REQUIREMENT, PROPOSED_TO_CLOSED, List.of(Fields.SIZE)),
            type("Task", "F2CB1D", "icon_clipboard", TASK, PROPOSED_TO_CLOSED, TASK_FIELDS),
            type("Bug", "CC293D", "icon_insect", BUG, PROPOSED_TO_CLOSED, List.of(Fields.SIZE, Fields.SEVERITY)),
            type("Change Request", "B4009E", "icon_asterisk", NONE, PROPOSED_TO_CLOSED, List.of()),
            type("Review", "B4009E", "icon_response", NONE, without(PROPOSED_TO_CLOSED, "Proposed"), List.of()),
            type("Risk", "B4009E", "icon_airplane", NONE, without(PROPOSED_TO_CLOSED, "Resolved"), List.of()),
            type("Issue", "B4009E", "icon_traffic_cone", NONE, PROPOSED_TO_CLOSED, List.of(Fields.DUE_DATE)));

    /** In the order in which the service lists them. */
    public static final List<SimProcess> ALL = List.of(SCRUM, BASIC, AGILE, CMMI);

    private SystemProcesses() {}

    private static SimProcess process(String id, String name, String description, SimType... own) {
        List<SimType> types = new ArrayList<>(Arrays.asList(own));
        types.add(type(
                "Test Case",
                "004B50",
                "icon_test_beaker",
                TEST_CASE,
                List.of(
                        new SimState("Design", GREY, PROPOSED),
                        new SimState("Ready", BLUE, IN_PROGRESS),
                        new SimState("Closed", GREEN, COMPLETED)),
                List.of()));
        types.add(type(
                "Test Plan",
                "004B50",
                "icon_test_plan",
                HIDDEN,
                List.of(new SimState("Active", BLUE, IN_PROGRESS), new SimState("Inactive", GREEN, COMPLETED)),
                List.of()));
        return new SimProcess(UUID.fromString(id), name, description, name.equals("Basic"), null, List.copyOf(types));
    }

    private static SimType type(
            String name, String color, String icon, String category, List<SimState> states, List<String> fields) {
        String reference = "Microsoft.VSTS.WorkItemTypes." + name.replace(" ", "");
        return new SimType(
                name,
                reference,
                "Tracks a " + name.toLowerCase(java.util.Locale.ROOT) + ".",
                color,
                icon,
                category,
                states,
                fields);
    }

    private static List<SimState> removable(List<SimState> states) {
        List<SimState> more = new ArrayList<>(states);
        more.add(new SimState("Removed", WHITE, REMOVED));
        return List.copyOf(more);
    }

    private static List<SimState> without(List<SimState> states, String... names) {
        List<String> unwanted = List.of(names);
        return states.stream().filter(state -> !unwanted.contains(state.name())).toList();
    }
}
