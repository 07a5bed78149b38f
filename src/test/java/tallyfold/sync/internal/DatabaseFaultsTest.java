package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;

/** What becomes of a run when the database does not take what is read. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class DatabaseFaultsTest {

    private final Databases.Kind kind;

    DatabaseFaultsTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @Test
    void goesOnWhenALockIsHeldForAWhile() throws Exception {
        Databases database = Databases.fresh(kind);
        try (FaultyWorld world = new FaultyWorld(database, Duration.ZERO)) {
            Link link = world.link(1);
            world.work(link);
            world.change(link, 300);
            try (Connection other = database.dataSource().getConnection()) {
                other.setAutoCommit(false);
                try (var statement = other.prepareStatement("SELECT after_id FROM sync_checkpoint FOR UPDATE")) {
                    statement.executeQuery();
                }
                world.engine.get(FedLinkRepository.class).remove(List.of(link.id()));
                world.engine.enqueue(link);
                FutureTask<Boolean> run = new FutureTask<>(world.engine::work, true);
                Thread.ofPlatform().start(run);
                TimeUnit.MILLISECONDS.sleep(500);
                assertThat(run.isDone()).isFalse();
                other.rollback();
                assertThat(run.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(world.engine.latest(link).status())
                    .as("%s", world.engine.latest(link).failureCode())
                    .isEqualTo(SyncRunStatus.SUCCEEDED);
            world.assertRecovers(link);
        }
    }
}
