package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.support.Databases;

/** Creating projects by hand. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProjectCreationTest extends LinkingTest {

    ProjectCreationTest(Databases.Kind kind) {
        super(kind);
    }

    @Nested
    class Creating {

        @Test
        void createsAProjectWithDaysOfItsOwn() {
            Project made = ((CreateProjectResult.Created) projects.create(new ProjectDraft(
                            "  New   one ", " Why\0 ", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), null)))
                    .project();

            assertThat(projects.find(made.id())).contains(made);
            assertThat(made.name()).isEqualTo("New one");
            assertThat(made.description()).isEqualTo("Why");
            assertThat(made.schedule()).isEqualTo(ScheduleSource.OWN);
            verify(audit).record("project.created", "New one " + made.id().value(), AuditEvent.Outcome.SUCCESS, null);
        }

        @Test
        void saysAtWhichFieldItObjects() {
            project("Taken");
            LocalDate day = LocalDate.of(2026, 1, 2);

            assertThat(field(new ProjectDraft(" ", "", null, null, null))).isEqualTo(CreateProjectResult.Field.NAME);
            assertThat(field(new ProjectDraft("tAKEN", "", null, null, null)))
                    .isEqualTo(CreateProjectResult.Field.NAME);
            assertThat(field(new ProjectDraft("A", "x".repeat(4_001), null, null, null)))
                    .isEqualTo(CreateProjectResult.Field.DESCRIPTION);
            assertThat(field(new ProjectDraft("A", "", LocalDate.MAX, null, null)))
                    .isEqualTo(CreateProjectResult.Field.START);
            assertThat(field(new ProjectDraft("A", "", day, day.minusDays(1), null)))
                    .isEqualTo(CreateProjectResult.Field.FINISH);
            assertThat(projects.create(new ProjectDraft("A", "x".repeat(4_000), day, day, null)))
                    .isInstanceOf(CreateProjectResult.Created.class);
        }

        private CreateProjectResult.Field field(ProjectDraft draft) {
            return ((CreateProjectResult.Refused) projects.create(draft)).field();
        }
    }
}
