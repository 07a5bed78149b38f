package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.support.FullDisk;
import tallyfold.sync.SyncRunStatus;

/** What becomes of a load when the disk under the database runs full in the middle of it. */
class FullDiskTest {

    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        FullDisk.install();
    }

    @AfterEach
    void free() {
        FullDisk.free();
    }

    /** Tries until it goes, as db-scheduler does: H2 has closed the database, and the pool finds that out bit by bit. */
    private static void awaitWork(FaultyWorld world) throws InterruptedException {
        for (int attempt = 0; catchThrowable(world.engine::work) != null; attempt++) {
            assertThat(attempt).as("attempts").isLessThan(100);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Test
    void losesNothingAndGoesOnOnceThereIsRoom() throws InterruptedException {
        try (FaultyWorld world = new FaultyWorld(Databases.onFullDisk(folder.resolve("disk")), Duration.ZERO)) {
            Link link = world.link(1);
            world.simulator.faults().on("workitemsbatch").after(1).times(1).whenAsked(FullDisk::fill);

            Throwable thrown = catchThrowable(world.engine::work);

            assertThat(FullDisk.refused()).isPositive();
            assertThat(thrown).as("what db-scheduler sees, and tries again").isNotNull();
            FullDisk.free();
            awaitWork(world);
            assertThat(world.engine.shown(link.id())).isEqualTo(world.truth(link));
            assertThat(world.engine.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            world.assertRecovers(link);
        }
    }
}
