package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.support.Databases;

/** Saying how a project stands. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProjectStatusChangeTest extends LinkingTest {

    private static final ProjectStatus DONE =
            new ProjectStatus(ProjectProgress.COMPLETED, ProjectStage.CLOSING, OverallStatus.DONE);

    ProjectStatusChangeTest(Databases.Kind kind) {
        super(kind);
    }

    private Project made() {
        return ((CreateProjectResult.Created) projects.create(new ProjectDraft("Shop", "", null, null, null)))
                .project();
    }

    @Test
    void beginsActiveAndKeepsWhatIsSaid() {
        Project before = made();
        assertThat(before.status().active()).isTrue();

        Project after =
                ((ChangeStatusResult.Changed) projects.changeStatus(before.id(), DONE, before.version())).project();

        assertThat(after.status()).isEqualTo(DONE);
        assertThat(projects.find(before.id())).contains(after);
        verify(audit)
                .record(
                        "project.status-changed",
                        "Shop " + before.id().value(),
                        AuditEvent.Outcome.SUCCESS,
                        "from Not Started, Initiating, None to Completed, Closing, Done");
    }

    @Test
    void refusesAnOldVersion() {
        Project before = made();
        projects.changeStatus(before.id(), DONE, before.version());

        assertThat(projects.changeStatus(before.id(), ProjectStatus.START, before.version()))
                .isInstanceOf(ChangeStatusResult.Outdated.class);
        assertThat(projects.find(before.id()).orElseThrow().status()).isEqualTo(DONE);
        assertThat(projects.changeStatus(new ProjectId(UUID.randomUUID()), DONE, 0))
                .isInstanceOf(ChangeStatusResult.Gone.class);
    }

    @Test
    void looksUpLinksOfSeveralProjectsAtOnce() {
        Project lonely = made();

        assertThat(projects.linksOf(List.of(lonely.id()))).isEmpty();
        assertThat(projects.linksOf(List.of())).isEmpty();
        assertThat(projects.linked()).isEmpty();
    }
}
