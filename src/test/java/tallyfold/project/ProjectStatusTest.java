package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectStatusTest {

    /** The rule in the words of people, apart from the program's. */
    private static final Set<String> ACTIVE_PROGRESS = Set.of("Not Started", "In Progress");

    private static final Set<String> ACTIVE_STAGES =
            Set.of("Initiating", "Planning", "Execution", "Monitoring and Controlling");

    @Test
    void isActiveInExactlyTheCombinationsOfTheRule() {
        int all = 0;
        int active = 0;
        for (ProjectProgress progress : ProjectProgress.values()) {
            for (ProjectStage stage : ProjectStage.values()) {
                for (OverallStatus overall : OverallStatus.values()) {
                    ProjectStatus status = new ProjectStatus(progress, stage, overall);
                    boolean expected = ACTIVE_PROGRESS.contains(progress.label())
                            && ACTIVE_STAGES.contains(stage.label())
                            && !overall.label().equals("Done");
                    assertThat(status.active()).as(status.toString()).isEqualTo(expected);
                    assertThat(status.resting().isEmpty())
                            .as("a reason for " + status)
                            .isEqualTo(expected);
                    all++;
                    active += expected ? 1 : 0;
                }
            }
        }
        assertThat(all).isEqualTo(5 * 7 * 5);
        assertThat(active).isEqualTo(2 * 4 * 4);
    }

    @Test
    void beginsActive() {
        assertThat(ProjectStatus.START.active()).isTrue();
    }

    @Test
    void namesEveryReason() {
        assertThat(new ProjectStatus(ProjectProgress.ON_HOLD, ProjectStage.CLOSING, OverallStatus.DONE).resting())
                .isEqualTo("Progress is On Hold, Stage is Closing, Overall Status is Done");
    }
}
