package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedProject;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

@SignedInAs(Role.PROJECT_MANAGER)
class SyncStatusViewTest extends PortfolioUiTest {

    private final List<LinkedProject> linked = new ArrayList<>();
    private final Map<LinkId, SyncRun> runs = new LinkedHashMap<>();

    @BeforeEach
    void answer() {
        clearInvocations(syncs, projects);
        doAnswer(_ -> List.copyOf(linked)).when(projects).linked();
        doAnswer(_ -> Map.copyOf(runs)).when(syncs).latest(anyCollection());
        when(syncs.nextScheduled(anyCollection())).thenReturn(Map.of());
        when(syncs.nextScheduled()).thenReturn(Optional.of(ImportSamples.NOW.plusSeconds(900)));
    }

    private Link row(String name, SyncRunStatus status) {
        return row(name, status, ProjectStatus.START);
    }

    private Link row(String name, SyncRunStatus status, ProjectStatus stands) {
        Link link = project(name);
        Project plain = projects.find(link.project()).orElseThrow();
        linked.add(new LinkedProject(
                new Project(
                        plain.id(),
                        name,
                        "",
                        null,
                        null,
                        plain.schedule(),
                        stands,
                        null,
                        plain.created(),
                        plain.version()),
                link));
        runs.put(link.id(), ImportSamples.run(link, status, 10, 4));
        return link;
    }

    private SyncStatusGrid grid() {
        return find(SyncStatusGrid.class).single();
    }

    private List<String> names() {
        return grid().getListDataView()
                .getItems()
                .map(row -> row.project().name())
                .toList();
    }

    /** What a row says from the project to the next sync. */
    private String line(int row) {
        StringBuilder all = new StringBuilder();
        for (String column : List.of("project", "system", "last-sync", "sync-status", "details", "next-sync")) {
            all.append(text(test(grid()).getCellComponent(row, column))).append('|');
        }
        return all.toString();
    }

    private void press(String caption) {
        test(find(Button.class).withCaption(caption).single()).click();
    }

    private void choose(int row) {
        grid().select(grid().getListDataView().getItem(row));
    }

    @Test
    void tellsWhatNeedsSomebodyFirstWithWhatToDo() {
        row("Good", SyncRunStatus.SUCCEEDED);
        row("Bad", SyncRunStatus.FAILED);
        row("Going", SyncRunStatus.RUNNING);

        go("projects/sync-status");

        assertThat(names()).containsExactly("Bad", "Going", "Good");
        assertThat(line(0)).contains("fabrikam / Bad", "Failed", "Next: ", "TF-CONN-17");
        assertThat(line(1)).contains("Running", "4 of about 10 items");
        assertThat(line(2)).contains("Succeeded", "4 added.");
        assertThat(text(find(SyncStatusView.class).single()))
                .contains("3 links of 3 projects · 1 failed", "Next run of the server: 23 Nov 2026, 12:15 (Z)");
    }

    @Test
    void asksForEverythingInOneGoHoweverManyLinks() {
        IntStream.range(0, 40).forEach(i -> row("Project " + i, SyncRunStatus.SUCCEEDED));

        go("projects/sync-status");

        assertThat(names()).hasSize(40);
        verify(projects, times(1)).linked();
        verify(projects, never()).links(any());
        verify(syncs, times(1)).latest(anyCollection());
        verify(syncs, times(1)).nextScheduled(anyCollection());
    }

    @Test
    void saysWhyAnInactiveProjectIsLeftOut() {
        row(
                "Paused",
                SyncRunStatus.SUCCEEDED,
                new ProjectStatus(ProjectProgress.ON_HOLD, ProjectStage.EXECUTION, OverallStatus.NONE));

        go("projects/sync-status");

        assertThat(line(0)).contains("Not on schedule: Progress is On Hold.", "|Not on schedule|");
    }

    @Test
    void filtersByStatusAndTextInTheAddress() {
        row("Alpha", SyncRunStatus.FAILED);
        row("Beta", SyncRunStatus.FAILED);
        row("Gamma", SyncRunStatus.SUCCEEDED);

        go("projects/sync-status?status=failed&filter=ALP");

        assertThat(names()).containsExactly("Alpha");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("ALP");
        assertThat(find(Select.class).single().getValue()).isEqualTo(SyncRunStatus.FAILED);
        go("projects/sync-status?status=nonsense&filter=%00");
        assertThat(names()).hasSize(3);
        go("projects/sync-status?status=cancelled");
        assertThat(find(H2.class).single().getText()).isEqualTo("No link matches");
        press("Clear filter");
        assertThat(names()).hasSize(3);
    }

    @Test
    void syncsChosenLinks() {
        Link bad = row("Bad", SyncRunStatus.FAILED);
        row("Good", SyncRunStatus.SUCCEEDED);
        go("projects/sync-status");
        assertThat(find(Button.class).withCaption("Sync now").exists()).isFalse();

        choose(0);

        assertThat(text(find(SyncStatusActions.class).single())).contains("1 of 2 selected");
        press("Sync now");
        verify(syncs).syncLinks(List.of(bad.id()));
        assertThat(grid().getSelectedItems()).as("stays chosen").hasSize(1);
    }

    @Test
    void saysWhatAFullSyncCostsBeforeItBegins() {
        Link bad = row("Bad", SyncRunStatus.FAILED);
        go("projects/sync-status");
        choose(0);

        press("Full sync");

        assertThat(text(find(FullSyncDialog.class).single())).contains("once for every 200 work items");
        verify(syncs, never()).fullSync(any());
        test(find(Button.class, find(FullSyncDialog.class).single())
                        .withCaption("Full sync")
                        .single())
                .click();
        verify(syncs).fullSync(List.of(bad.id()));
    }

    @Test
    void stopsWhatRuns() {
        Link going = row("Going", SyncRunStatus.RUNNING);
        go("projects/sync-status");
        choose(0);

        press("Cancel sync");

        verify(syncs).cancel(List.of(going.id()));
    }

    @Test
    void syncsAll() {
        row("Good", SyncRunStatus.SUCCEEDED);
        go("projects/sync-status");

        press("Sync all");

        verify(syncs).syncAll();
    }

    @Test
    void followsRunsWhileTheyGoOn() {
        Link good = row("Good", SyncRunStatus.SUCCEEDED);
        go("projects/sync-status");

        tell(ImportSamples.run(good, SyncRunStatus.RUNNING, 200, 40));
        assertThat(line(0)).contains("Running", "40 of about 200 items");

        tell(ImportSamples.run(good, SyncRunStatus.FAILED, 200, 40));
        assertThat(line(0)).contains("Failed", "TF-CONN-17");
    }

    @Test
    void saysWhoStoppedARun() {
        Link link = row("Good", SyncRunStatus.SUCCEEDED);
        SyncRun run = new SyncRun(
                new SyncRunId(java.util.UUID.randomUUID()),
                link.id(),
                link.project(),
                link.connection(),
                SyncTrigger.MANUAL,
                "anna",
                SyncRunStatus.CANCELLED,
                ImportSamples.NOW,
                ImportSamples.NOW,
                ImportSamples.NOW,
                null,
                4,
                0,
                0,
                0,
                0,
                3,
                Duration.ZERO,
                null,
                null,
                "ben");
        runs.put(link.id(), run);
        go("projects/sync-status");

        assertThat(line(0)).contains("Cancelled", "Stopped by ben.");
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void letsAViewerLookOnly() {
        row("Going", SyncRunStatus.RUNNING);
        go("projects/sync-status");

        assertThat(names()).containsExactly("Going");
        assertThat(find(Button.class, find(SyncStatusView.class).single()).all())
                .isEmpty();
        assertThat(find(Anchor.class).all()).anyMatch(link -> text(link).equals("Export to CSV"));
    }

    @Test
    void explainsAnEmptyPage() {
        go("projects/sync-status");

        assertThat(find(H2.class).single().getText()).isEqualTo("Nothing is kept in sync yet");
    }

    @Test
    void exportsWithoutFormulas() {
        row("=HYPERLINK(\"x\")", SyncRunStatus.FAILED);

        String csv = SyncStatusCsv.of(new SyncStatusRows(projects, syncs).read(), ZoneOffset.UTC);

        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\"'=HYPERLINK(\"\"x\"\")\",\"fabrikam / =HYPERLINK")
                .contains("2026-11-23T12:00:41Z,\"Failed\"");
    }
}
