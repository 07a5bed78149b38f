package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.project.EditProjectResult.Edited;
import tallyfold.project.EditProjectResult.Field;
import tallyfold.project.EditProjectResult.Refused;
import tallyfold.provider.Element;
import tallyfold.support.Databases;

/** Changing and deleting projects. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProjectSettingsServiceTest extends LinkingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ProjectStatus DONE =
            new ProjectStatus(ProjectProgress.COMPLETED, ProjectStage.CLOSING, OverallStatus.DONE);

    private final ProjectSettingsService settings;
    private final StatusService statuses;

    ProjectSettingsServiceTest(Databases.Kind kind) {
        super(kind);
        settings = context.getBean(ProjectSettingsService.class);
        statuses = context.getBean(StatusService.class);
    }

    private Project stored(ProjectId id) {
        return projects.find(id).orElseThrow();
    }

    private static ProjectEdit named(String name, @Nullable String manager) {
        return new ProjectEdit(
                name,
                "Why ",
                manager == null ? null : new ProjectManager(null, manager),
                DAY,
                DAY.plusDays(9),
                ScheduleSource.LINKED,
                ProjectStatus.START);
    }

    private EditProjectResult edit(ProjectId id, ProjectEdit edit) {
        return settings.edit(id, edit, stored(id).version());
    }

    @Nested
    class Editing {

        @Test
        void keepsWhatWasEntered() {
            ProjectId shop = project("Shop");

            Project after = ((Edited) edit(shop, named(" The  shop ", " Anna   Lee "))).project();

            assertThat(after.name()).isEqualTo("The shop");
            assertThat(after.description()).isEqualTo("Why");
            assertThat(after.manager()).isEqualTo(new ProjectManager(null, "Anna Lee"));
            assertThat(after.start()).isEqualTo(DAY);
            assertThat(after.finish()).isEqualTo(DAY.plusDays(9));
            assertThat(after.schedule()).isEqualTo(ScheduleSource.LINKED);
            assertThat(stored(shop)).isEqualTo(after);
            verify(audit)
                    .record(
                            "project.edited",
                            "The shop " + shop.value(),
                            AuditEvent.Outcome.SUCCESS,
                            "description, manager, start, finish, primary schedule");
            verify(audit).record("project.renamed", "The shop " + shop.value(), AuditEvent.Outcome.SUCCESS, "was Shop");
            assertThat(((Edited) edit(shop, named("The shop", " "))).project().manager())
                    .isNull();
        }

        @Test
        void writesAChangeOfTheOverallStatusIntoTheHistory() {
            ProjectId shop = project("Shop");
            Project before = stored(shop);
            ProjectEdit done = new ProjectEdit("Shop", "", null, null, null, before.schedule(), DONE);

            edit(shop, done);

            assertThat(stored(shop).status()).isEqualTo(DONE);
            assertThat(statuses.history(shop, 0, 9))
                    .singleElement()
                    .matches(change -> change.area() == StatusArea.OVERALL && change.status() == OverallStatus.DONE);
            assertThat(told.of(ProjectStatusChanged.class)).containsExactly(new ProjectStatusChanged(shop, DONE));
            verify(audit)
                    .record(
                            "project.status-changed",
                            "Shop " + shop.value(),
                            AuditEvent.Outcome.SUCCESS,
                            "from Not Started, Initiating, None to Completed, Closing, Done");
        }

        @Test
        void saysAtWhichFieldItObjects() {
            ProjectId shop = project("Shop");
            project("Taken");

            assertThat(field(shop, named("tAKEN", null))).isEqualTo(Field.NAME);
            assertThat(field(shop, named("", null))).isEqualTo(Field.NAME);
            assertThat(field(shop, named("Shop", "x".repeat(257)))).isEqualTo(Field.MANAGER);
            assertThat(field(
                            shop,
                            new ProjectEdit(
                                    "Shop", "", null, DAY, DAY.minusDays(1), ScheduleSource.OWN, ProjectStatus.START)))
                    .isEqualTo(Field.FINISH);
            assertThat(edit(shop, named("SHOP", null))).as("its own name").isInstanceOf(Edited.class);
        }

        private Field field(ProjectId id, ProjectEdit edit) {
            return ((Refused) edit(id, edit)).field();
        }

        @Test
        void refusesAnOldVersion() {
            ProjectId shop = project("Shop");
            int seen = stored(shop).version();
            edit(shop, named("Shop", "Anna"));

            assertThat(settings.edit(shop, named("Shop", "Ben"), seen)).isInstanceOf(EditProjectResult.Outdated.class);
            assertThat(stored(shop).manager()).isEqualTo(new ProjectManager(null, "Anna"));
            assertThat(settings.edit(new ProjectId(UUID.randomUUID()), named("New", null), 0))
                    .isInstanceOf(EditProjectResult.Gone.class);
        }
    }

    @Nested
    class Deleting {

        @Test
        void takesLinksAndAllThatWasSaidAlong() {
            ProjectId shop = project("Shop");
            ProjectId other = project("Other");
            LinkId link =
                    linked(service.link(draft(shop, Element.WHOLE_PROJECT))).id();
            statuses.update(
                    shop,
                    List.of(new StatusDraft(StatusArea.RISK, OverallStatus.AT_RISK, "Storm")),
                    stored(shop).version());
            context.getBean(KeyDateService.class)
                    .save(shop, List.of(new KeyDateChange(null, new KeyDateDraft("Go-live", DAY, false))), List.of());
            assertThat(settings.contents(shop)).isEqualTo(new ProjectContents(1, 1, 1));

            assertThat(settings.delete(shop)).contains("Shop");

            assertThat(projects.find(shop)).isEmpty();
            assertThat(projects.find(other)).isPresent();
            assertThat(settings.contents(shop)).isEqualTo(new ProjectContents(0, 0, 0));
            assertThat(told.of(LinksErased.class)).containsExactly(new LinksErased(List.of(link)));
            assertThat(told.of(ProjectErased.class)).containsExactly(new ProjectErased(shop));
            verify(audit).record("project.deleted", "Shop " + shop.value(), AuditEvent.Outcome.SUCCESS, "with 1 links");
        }

        @Test
        void doesNothingToOneThatIsGone() {
            assertThat(settings.delete(new ProjectId(UUID.randomUUID()))).isEmpty();

            verify(audit, never()).record(eq("project.deleted"), any(), any(), any());
        }
    }
}
