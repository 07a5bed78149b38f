package tallyfold.project;

import java.util.ArrayList;
import java.util.List;
import tallyfold.uikit.Texts;

/** How a project stands, as people say. */
public record ProjectStatus(ProjectProgress progress, ProjectStage stage, OverallStatus overall) {

    /** What a project begins with; it is active. */
    public static final ProjectStatus START =
            new ProjectStatus(ProjectProgress.NOT_STARTED, ProjectStage.INITIATING, OverallStatus.NONE);

    /** Whether the project is synced by itself; others are synced by hand only. */
    public boolean active() {
        return progress.active() && stage.active() && overall != OverallStatus.DONE;
    }

    /** Why it is not active, "Progress is On Hold"; empty for one that is. */
    public String resting() {
        List<String> reasons = new ArrayList<>();
        if (!progress.active()) {
            reasons.add(Texts.of("project.resting.progress", progress.label()));
        }
        if (!stage.active()) {
            reasons.add(Texts.of("project.resting.stage", stage.label()));
        }
        if (overall == OverallStatus.DONE) {
            reasons.add(Texts.of("project.resting.overall", overall.label()));
        }
        return String.join(", ", reasons);
    }
}
