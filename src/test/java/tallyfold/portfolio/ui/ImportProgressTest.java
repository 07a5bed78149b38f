package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.ui.SyncProgressBar;

class ImportProgressTest {

    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final Link website = ImportSamples.link(connection, "Website");
    private final Link search = ImportSamples.link(connection, "Search");
    private final ImportProgress progress = new ImportProgress(batch());

    private ImportBatch batch() {
        Map<LinkId, String> names = new LinkedHashMap<>();
        names.put(website.id(), "Website");
        names.put(search.id(), "Search");
        return new ImportBatch("contoso", names);
    }

    @Test
    void waitsUntilSomethingIsHeard() {
        assertThat(progress.counts()).isEqualTo(Map.of(ImportState.WAITING, 2));
        assertThat(progress.ended()).isFalse();
    }

    @Test
    void ignoresRunsOfOtherLinks() {
        Link other = ImportSamples.link(connection, "Other");

        assertThat(progress.take(ImportSamples.run(other, SyncRunStatus.RUNNING, 10, 1)))
                .isEmpty();
    }

    @Test
    void neverStepsBack() {
        progress.take(ImportSamples.run(website, SyncRunStatus.SUCCEEDED, 10, 10));

        assertThat(progress.take(ImportSamples.run(website, SyncRunStatus.RUNNING, 10, 5)))
                .isEmpty();
        assertThat(progress.counts()).containsEntry(ImportState.DONE, 1);
    }

    @Test
    void takesALaterRunWhoseCountBeginsAnew() {
        progress.take(ImportSamples.run(website, SyncRunStatus.FAILED, 10, 5));

        assertThat(progress.take(ImportSamples.run(
                        new SyncRunId(UUID.randomUUID()),
                        website,
                        SyncRunStatus.WAITING,
                        null,
                        0,
                        ImportSamples.NOW.plusSeconds(60))))
                .isPresent();
        assertThat(progress.waiting()).containsExactly(website.id(), search.id());
    }

    @Test
    void endsWhenNothingWaitsOrRuns() {
        progress.take(ImportSamples.run(website, SyncRunStatus.FAILED, 10, 5));
        progress.take(ImportSamples.run(search, SyncRunStatus.CANCELLED, null, 0));

        assertThat(progress.ended()).isTrue();
        assertThat(progress.waiting()).isEmpty();
    }

    @Test
    void staysBelowHundredPercentWhileRunning() {
        assertThat(SyncProgressBar.percent(ImportSamples.run(website, SyncRunStatus.RUNNING, 100, 140)))
                .isEqualTo(99);
        assertThat(SyncProgressBar.words(ImportSamples.run(website, SyncRunStatus.RUNNING, 2400, 1480)))
                .isEqualTo("1,480 of about 2,400 items");
        assertThat(SyncProgressBar.words(ImportSamples.run(website, SyncRunStatus.RUNNING, null, 0)))
                .isEqualTo("Reading the list of items");
    }

    @Test
    void drawsTheShareOfEachState() {
        String picture = ImportTotals.picture(Map.of(ImportState.DONE, 1, ImportState.WAITING, 3));

        assertThat(picture)
                .contains("<rect class=\"tf-import-done\" x=\"0.0\" width=\"248.0\"")
                .doesNotContain("tf-import-waiting");
    }
}
