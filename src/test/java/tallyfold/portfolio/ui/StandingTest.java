package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tallyfold.portfolio.Standing;
import tallyfold.portfolio.ui.standing.SettingsPanel;
import tallyfold.portfolio.ui.standing.StatusHistory;
import tallyfold.project.EditProjectResult;
import tallyfold.project.KeyDate;
import tallyfold.project.KeyDateChange;
import tallyfold.project.KeyDateDraft;
import tallyfold.project.KeyDateId;
import tallyfold.project.KeyDateResult;
import tallyfold.project.OverallStatus;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.Project;
import tallyfold.project.ProjectContents;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ScheduleSource;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusChange;
import tallyfold.project.StatusDraft;
import tallyfold.project.StatusHold;
import tallyfold.project.UpdateStatusesResult;
import tallyfold.security.Colleague;
import tallyfold.security.Role;
import tallyfold.security.UserId;
import tallyfold.support.SignedInAs;

/** How a project stands, its key dates and its settings on its page. */
@SignedInAs(Role.PROJECT_MANAGER)
@SuppressWarnings("NullAway")
class StandingTest extends PortfolioUiTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private Project shop() {
        return projects.find(project("Shop").project()).orElseThrow();
    }

    private void open(Project project, String tab) {
        go("projects/" + project.id().value() + "/" + tab);
    }

    private void stands(Project project, Standing standing) {
        doReturn(standing).when(standings).standing(eq(project), any(), any());
    }

    private String page() {
        return text(find(ProjectView.class).single());
    }

    private void click(String caption) {
        test(find(Button.class).withCaption(caption).single()).click();
    }

    private static Project as(Project before, ProjectStatus status, ProjectManager manager) {
        return new Project(
                before.id(),
                before.name(),
                before.description(),
                before.start(),
                before.finish(),
                before.schedule(),
                status,
                manager,
                before.created(),
                before.version() + 1);
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String caption) {
        return find(Select.class).withCaption(caption).single();
    }

    @Nested
    class Statuses {

        @Test
        void showsEachAreaWithNotePersonAndTimeAndTheComputedScheduleWithItsReasons() {
            Project shop = shop();
            stands(
                    shop,
                    StandingSamples.of(
                            shop,
                            Map.of(StatusArea.RISK, StandingSamples.said(OverallStatus.OFF_TRACK, HOSTILE, null)),
                            List.of()));

            open(shop, "summary");

            assertThat(page())
                    .contains("Overall", "Risk", "Issues", "Off Track", HOSTILE, "Anna Lee, 23 Nov 2026")
                    .contains("91 % of the time has passed, 58 % is closed; 6 late items", "Automatic");
        }

        @Test
        void savesWhatWasChosenForEachArea() {
            Project shop = shop();
            when(statuses.update(eq(shop.id()), any(), eq(shop.version())))
                    .thenReturn(new UpdateStatusesResult.Updated(as(
                            shop,
                            new ProjectStatus(
                                    ProjectProgress.IN_PROGRESS, ProjectStage.EXECUTION, OverallStatus.AT_RISK),
                            null)));
            open(shop, "summary");
            click("Update");
            this.<OverallStatus>choose("Overall", OverallStatus.AT_RISK);
            choose("Schedule", OverallStatus.ON_TRACK);
            choose("Holds for", StatusHold.THREE_DAYS);
            test(find(TextArea.class).withCaption("Note on Overall").single()).setValue("Two partners");

            click("Save");

            assertThat(saved(shop))
                    .contains(
                            new StatusDraft(
                                    StatusArea.OVERALL,
                                    OverallStatus.AT_RISK,
                                    "Two partners",
                                    StatusHold.UNTIL_CHANGED),
                            new StatusDraft(StatusArea.SCHEDULE, OverallStatus.ON_TRACK, "", StatusHold.THREE_DAYS))
                    .hasSize(4);
            assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
            assertThat(text(find(ProjectHead.class).single())).contains("At Risk");
        }

        private <T> void choose(String caption, T value) {
            StandingTest.this.<T>select(caption).setValue(value);
        }

        @SuppressWarnings("unchecked")
        private Collection<StatusDraft> saved(Project project) {
            ArgumentCaptor<Collection<StatusDraft>> drafts = ArgumentCaptor.forClass(Collection.class);
            verify(statuses).update(eq(project.id()), drafts.capture(), anyInt());
            return drafts.getValue();
        }

        @Test
        void offersTheEndAsItIsAndHidesItForTheComputedOne() {
            Project shop = shop();
            stands(
                    shop,
                    StandingSamples.of(
                            shop,
                            Map.of(
                                    StatusArea.SCHEDULE,
                                    StandingSamples.said(
                                            OverallStatus.ON_TRACK, "", ImportSamples.NOW.plus(Duration.ofDays(5)))),
                            List.of()));
            open(shop, "summary");
            assertThat(page()).contains("Holds until 28 Nov 2026");

            click("Update");

            assertThat(select("Holds for").getValue()).isEqualTo(StatusHold.AS_BEFORE);
            select("Schedule").setValue(null);
            assertThat(find(Select.class).withCaption("Holds for").exists()).isFalse();
        }

        @Test
        void keepsWhatWasEnteredWhenItIsRefused() {
            Project shop = shop();
            when(statuses.update(any(), any(), anyInt()))
                    .thenReturn(new UpdateStatusesResult.Outdated())
                    .thenReturn(new UpdateStatusesResult.Refused(StatusArea.RISK, "Too odd"));
            open(shop, "summary");
            click("Update");
            TextArea note = find(TextArea.class).withCaption("Note on Risk").single();
            test(note).setValue("Storm");

            click("Save");
            assertThat(text(find(Dialog.class).single())).contains("Somebody else changed this project");
            click("Save");

            assertThat(select("Risk").getErrorMessage()).isEqualTo("Too odd");
            assertThat(note.getValue()).isEqualTo("Storm");
        }

        @Test
        void keepsItsHistoryBesideTheRuns() {
            Project shop = shop();
            StatusChange said = new StatusChange(
                    2, shop.id(), StatusArea.ISSUES, OverallStatus.OFF_TRACK, HOSTILE, "Ben", ImportSamples.NOW, null);
            StatusChange ended =
                    new StatusChange(1, shop.id(), StatusArea.SCHEDULE, null, "", null, ImportSamples.NOW, null);
            when(statuses.history(eq(shop.id()), eq(0), anyInt())).thenReturn(List.of(said, ended));

            open(shop, "history");

            assertThat(text(find(StatusHistory.class).single()))
                    .contains("Issues", "Off Track", HOSTILE, "Ben", "Schedule", "Automatic", "Tallyfold, 23 Nov 2026");
        }

        @Test
        void showsTheHistorySomeAtATime() {
            Project shop = shop();
            StatusChange said = new StatusChange(
                    2, shop.id(), StatusArea.ISSUES, OverallStatus.OFF_TRACK, "", "Ben", ImportSamples.NOW, null);
            when(statuses.history(eq(shop.id()), eq(0), anyInt())).thenReturn(Collections.nCopies(11, said));
            when(statuses.history(eq(shop.id()), eq(10), anyInt())).thenReturn(List.of(said));
            open(shop, "history");

            click("Show more");

            verify(statuses).history(eq(shop.id()), eq(10), anyInt());
            assertThat(find(Button.class).withCaption("Show more").exists()).isFalse();
        }
    }

    @Nested
    class KeyDates {

        @Test
        void showsEachWithItsDayAndHowItStands() {
            Project shop = shop();
            stands(
                    shop,
                    StandingSamples.of(
                            shop,
                            Map.of(),
                            List.of(
                                    StandingSamples.keyDate("Pilot", -40, true, KeyDate.Source.OWN),
                                    StandingSamples.keyDate("Release 1", -11, false, KeyDate.Source.ITERATION),
                                    StandingSamples.keyDate(HOSTILE, -1, false, KeyDate.Source.EPIC),
                                    StandingSamples.keyDate("Go-live", 8, false, KeyDate.Source.OWN))));

            open(shop, "summary");

            assertThat(page())
                    .contains("Pilot", "Done", "Critical, 11 days ago", HOSTILE, "At Risk, 1 day ago")
                    .contains("On Track, in 8 days", "1 Dec 2026", "End of iteration", "Epic");
        }

        @Test
        void addsAndChangesThem() {
            Project shop = shop();
            OwnKeyDate pilot = new OwnKeyDate(
                    new KeyDateId(UUID.randomUUID()), shop.id(), "Pilot", LocalDate.of(2026, 6, 15), false, 3);
            when(keyDates.list(shop.id())).thenReturn(List.of(pilot));
            when(keyDates.save(any(), any(), any()))
                    .thenReturn(new KeyDateResult.Refused(1, KeyDateResult.Field.DAY, "Choose the day."))
                    .thenReturn(new KeyDateResult.Outdated())
                    .thenReturn(new KeyDateResult.Saved(List.of(pilot)));
            open(shop, "summary");
            click("Edit");
            test(find(TextField.class).withCaption("Name").single()).setValue("The pilot");
            click("Add key date");
            test(find(TextField.class).withCaption("Name").all().getLast()).setValue("Go-live");

            click("Save");
            DatePicker day = find(DatePicker.class).withCaption("Day").all().getLast();
            assertThat(day.getErrorMessage()).isEqualTo("Choose the day.");
            assertThat(find(TextField.class).withCaption("Name").all())
                    .extracting(TextField::getValue)
                    .containsExactly("The pilot", "Go-live");
            day.setValue(LocalDate.of(2026, 12, 1));
            click("Save");
            assertThat(text(find(Dialog.class).single())).contains("nothing was saved");
            click("Save");

            verify(keyDates, times(2))
                    .save(
                            shop.id(),
                            List.of(
                                    new KeyDateChange(
                                            pilot, new KeyDateDraft("The pilot", LocalDate.of(2026, 6, 15), false)),
                                    new KeyDateChange(
                                            null, new KeyDateDraft("Go-live", LocalDate.of(2026, 12, 1), false))),
                            List.of());
            assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
        }

        @Test
        void takesOneAwayOnSaving() {
            Project shop = shop();
            OwnKeyDate pilot = new OwnKeyDate(
                    new KeyDateId(UUID.randomUUID()), shop.id(), "Pilot", LocalDate.of(2026, 6, 15), false, 3);
            when(keyDates.list(shop.id())).thenReturn(List.of(pilot));
            when(keyDates.save(any(), any(), any())).thenReturn(new KeyDateResult.Saved(List.of()));
            open(shop, "summary");
            click("Edit");

            test(find(Button.class)
                            .withCondition(button -> button.getAriaLabel()
                                    .filter("Remove Pilot"::equals)
                                    .isPresent())
                            .single())
                    .click();
            verify(keyDates, never()).save(any(), any(), any());
            click("Save");

            verify(keyDates).save(shop.id(), List.of(), List.of(pilot));
        }
    }

    @Nested
    class Settings {

        @Test
        void savesWhatWasEntered() {
            Project shop = shop();
            UserId anna = new UserId(UUID.randomUUID());
            when(colleagues.list()).thenReturn(List.of(new Colleague(anna, "Anna Lee")));
            ProjectManager manager = new ProjectManager(anna, "Anna Lee");
            when(settings.edit(eq(shop.id()), any(), eq(shop.version())))
                    .thenReturn(new EditProjectResult.Edited(as(shop, ProjectStatus.START, manager)));
            open(shop, "settings");
            assertThat(page()).contains("Active: synced on schedule.", "fabrikam / Shop");
            test(find(TextField.class).withCaption("Name").single()).setValue("The shop");
            StandingTest.this.manager().setValue(manager);
            find(DatePicker.class).withCaption("Start").single().setValue(LocalDate.of(2026, 3, 2));
            select("Primary schedule").setValue(ScheduleSource.LINKED);
            select("Progress").setValue(ProjectProgress.ON_HOLD);
            assertThat(page()).contains("not synced on schedule: Progress is On Hold");

            click("Save");

            verify(settings)
                    .edit(
                            shop.id(),
                            new ProjectEdit(
                                    "The shop",
                                    "",
                                    manager,
                                    LocalDate.of(2026, 3, 2),
                                    null,
                                    ScheduleSource.LINKED,
                                    new ProjectStatus(
                                            ProjectProgress.ON_HOLD, ProjectStage.INITIATING, OverallStatus.NONE)),
                            shop.version());
            assertThat(text(find(ProjectHead.class).single())).contains("Manager: Anna Lee");
        }

        @Test
        void refusesAFinishBeforeTheStartOnItsField() {
            Project shop = shop();
            open(shop, "settings");
            find(DatePicker.class).withCaption("Start").single().setValue(LocalDate.of(2026, 3, 2));
            find(DatePicker.class).withCaption("Finish").single().setValue(LocalDate.of(2026, 3, 1));

            click("Save");

            assertThat(find(DatePicker.class).withCaption("Finish").single().getErrorMessage())
                    .contains("before the start");
            verify(settings, never()).edit(any(), any(), anyInt());
        }

        @Test
        void keepsWhatWasEnteredWhenItIsRefused() {
            Project shop = shop();
            when(settings.edit(any(), any(), anyInt()))
                    .thenReturn(new EditProjectResult.Outdated())
                    .thenReturn(new EditProjectResult.Refused(EditProjectResult.Field.NAME, "Taken"));
            open(shop, "settings");
            TextField name = find(TextField.class).withCaption("Name").single();
            test(name).setValue("Bank");

            click("Save");
            assertThat(page()).contains("Somebody else changed this project");
            click("Save");

            assertThat(name.getErrorMessage()).isEqualTo("Taken");
            assertThat(name.getValue()).isEqualTo("Bank");
        }

        @Test
        void opensTheWindowOfLinks() {
            Project shop = shop();
            open(shop, "settings");

            click("Configure connections");

            assertThat(linking.opened).containsExactly(shop.id());
        }

        @Test
        void deletesOnlyWhenTheWordWasTyped() {
            Project shop = shop();
            when(settings.contents(shop.id())).thenReturn(new ProjectContents(1, 4, 12));
            when(settings.delete(shop.id())).thenReturn(Optional.of("Shop"));
            open(shop, "settings");
            click("Delete project");
            assertThat(text(find(Dialog.class).single()))
                    .contains("1 link", "no work items", "4 key dates", "12 status changes", "cannot be undone");
            TextField word =
                    find(TextField.class).withCaption("Type DELETE to confirm").single();

            test(word).setValue("delete");
            confirm();
            assertThat(word.isInvalid()).isTrue();
            verify(settings, never()).delete(any(ProjectId.class));
            test(word).setValue("DELETE");
            confirm();

            verify(settings).delete(shop.id());
            assertThat(find(H1.class).single().getText()).isEqualTo("Projects");
        }

        private void confirm() {
            test(find(Button.class).withCaption("Delete project").all().getLast())
                    .click();
        }
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ProjectManager> manager() {
        return find(ComboBox.class).withCaption("Manager").single();
    }

    @Nested
    @SignedInAs(Role.VIEWER)
    class Viewers {

        @Test
        void lookOnly() {
            Project shop = shop();
            open(shop, "summary");
            assertThat(find(Button.class).withCaption("Update").exists()).isFalse();
            assertThat(find(Button.class).withCaption("Edit").exists()).isFalse();

            open(shop, "settings");

            assertThat(find(SettingsPanel.class).exists()).isTrue();
            assertThat(find(Button.class).withCaption("Save").exists()).isFalse();
            assertThat(find(Button.class).withCaption("Delete project").exists())
                    .isFalse();
            assertThat(select("Progress").isReadOnly()).isTrue();
            verify(colleagues, never()).list();
        }
    }
}
