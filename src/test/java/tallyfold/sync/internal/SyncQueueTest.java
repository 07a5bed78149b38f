package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.ConnectionReady;
import tallyfold.connection.DeletionMode;
import tallyfold.project.Link;
import tallyfold.project.LinkStore;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.workitem.WorkItemReadings;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class SyncQueueTest {

    private final FakeOrganization organization = new FakeOrganization();
    private final Databases database;
    private final EngineWorld world;

    SyncQueueTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization);
        organization.project("Shop", 400, 1, 2);
        organization.project("Bank", 400, 2, 2);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private List<SyncRun> unfinished() {
        return world.get(SyncRunRepository.class).unfinished();
    }

    private void waitFor(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void anImportQueuesAFirstRunThatWorksOffByItself() throws InterruptedException {
        world.startWithScheduler();
        Link link = world.link("Shop");

        waitFor(() -> world.latest(link).status() == SyncRunStatus.SUCCEEDED);

        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
        waitFor(() -> executions() == 0);
    }

    private long executions() {
        return world.count("scheduled_tasks WHERE task_name = 'sync-connection'");
    }

    @Test
    void aLinkMadeWhileTheConnectionIsBusyIsNotForgotten() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        organization.beforeStructure = name -> {
            if (name.equals("Shop")) {
                busy.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        world.startWithScheduler();
        Link shop = world.link("Shop");
        busy.await();
        Link bank = world.link("Bank");
        assertThat(executions()).isEqualTo(1);
        goOn.countDown();

        waitFor(() -> world.latest(bank).status() == SyncRunStatus.SUCCEEDED);
        waitFor(() -> world.latest(shop).status() == SyncRunStatus.SUCCEEDED);
    }

    @Test
    void whatAKilledProcessHeldIsTakenUpAtTheNextStart() throws InterruptedException {
        world.start();
        Link link = world.link("Shop");
        world.get(PageApplier.class).begin(world.latest(link), link);
        world.jdbc()
                .sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat, version) VALUES ('sync-connection', ?, ?, TRUE, 'dead', ?, 1)")
                .param(EngineWorld.CONNECTION.value().toString())
                .param(OffsetDateTime.now(ZoneOffset.UTC))
                .param(OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        world.close();

        try (EngineWorld next = new EngineWorld(database, organization)) {
            next.startWithScheduler();
            waitFor(() -> next.latest(link).status() == SyncRunStatus.SUCCEEDED);

            assertThat(next.shown(link.id())).isEqualTo(next.truth("Shop"));
            assertThat(next.count("sync_run")).isEqualTo(1);
        }
    }

    @Nested
    class Enqueue {

        @Test
        void queuesALinkOnce() {
            world.start();
            Link link = world.link("Shop");

            SyncQueue queue = world.get(SyncQueue.class);
            queue.enqueue(List.of(link), SyncTrigger.FIRST, null);
            queue.enqueue(List.of(link), SyncTrigger.SCHEDULE, null);
            queue.enqueue(List.of(link, link), SyncTrigger.MANUAL, "anna");

            assertThat(unfinished()).hasSize(1);
        }

        @Test
        void queuesBehindARunningOneOnlyWhenAPersonAsks() {
            world.start();
            Link link = world.link("Shop");
            world.get(PageApplier.class).begin(world.latest(link), link);

            SyncQueue queue = world.get(SyncQueue.class);
            queue.enqueue(List.of(link), SyncTrigger.SCHEDULE, null);
            assertThat(unfinished()).hasSize(1);
            queue.enqueue(List.of(link), SyncTrigger.MANUAL, "anna");
            queue.enqueue(List.of(link), SyncTrigger.MANUAL, "ben");
            assertThat(unfinished()).hasSize(2);
            assertThat(world.latest(link).status())
                    .as("the running one tells more")
                    .isEqualTo(SyncRunStatus.RUNNING);
        }
    }

    @Nested
    class Tick {

        @Test
        void mendsALinkWhoseEventWasLost() {
            world.start();
            Link link = world.link("Shop");
            world.jdbc().sql("DELETE FROM sync_run").update();

            world.get(SyncTick.class).mend();

            assertThat(world.latest(link).trigger()).isEqualTo(SyncTrigger.FIRST);
        }

        @Test
        void leavesARefusedTokenAloneUntilTheConnectionIsReady() {
            world.start();
            Link link = world.link("Shop");
            organization.beforeStructure = _ -> {
                throw FakeOrganization.refusal(new ProviderFailure.TokenRejected(Rejection.NOT_ACCEPTED));
            };
            world.work();

            world.get(SyncTick.class).schedule();
            assertThat(unfinished()).isEmpty();
            world.get(SyncTick.class).on(new ConnectionReady(EngineWorld.CONNECTION));
            assertThat(unfinished()).extracting(SyncRun::link).containsExactly(link.id());
        }

        @Test
        void dropsWhatHasBeenGoneForThirtyDays() {
            world.start();
            Link link = world.link("Shop");
            world.work();
            world.jdbc()
                    .sql("UPDATE link_item SET removed_at = ? WHERE remote_id IN (1, 3)")
                    .param(OffsetDateTime.now(ZoneOffset.UTC).minusDays(31))
                    .update();
            WorkItemReadings.recount(database.dataSource(), link.project());

            world.get(SyncTick.class).housekeep();

            assertThat(world.shown(link.id())).hasSize(398);
            assertThat(world.count("work_item")).isEqualTo(398);
        }
    }

    @Nested
    class ConnectionGoes {

        private void delete(DeletionMode mode) {
            world.get(TransactionTemplate.class)
                    .executeWithoutResult(_ -> world.publish(new ConnectionDeleting(EngineWorld.CONNECTION, mode)));
        }

        @Test
        void keepsAReadOnlyCopyThatNobodySyncsAnyMore() {
            world.start();
            Link link = world.link("Shop");
            world.work();
            world.get(SyncQueue.class).enqueue(List.of(link), SyncTrigger.MANUAL, "anna");

            delete(DeletionMode.KEEP_READ_ONLY);

            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.CANCELLED);
            assertThat(world.shown(link.id())).hasSize(400);
            assertThat(world.get(LinkStore.class).find(link.id()).orElseThrow().detached())
                    .isNotNull();
            assertThat(world.get(LinkStore.class).attached()).isEmpty();
        }

        @Test
        void erasesEverythingThatCameThroughIt() {
            world.start();
            world.link("Shop");
            world.work();

            delete(DeletionMode.ERASE);

            for (String table :
                    List.of("project", "link", "link_item", "work_item", "sync_run", "sync_checkpoint", "iteration")) {
                assertThat(world.count(table)).as(table).isZero();
            }
        }

        @Test
        void takesTheRightToWriteFromARunThatGoesOn() {
            world.start();
            Link link = world.link("Shop");
            Lease lease =
                    world.get(PageApplier.class).begin(world.latest(link), link).orElseThrow();

            delete(DeletionMode.ERASE);

            assertThatThrownBy(() -> world.get(PageApplier.class).expect(lease, 3, RunCounts.FREE))
                    .isInstanceOf(StaleLeaseException.class);
        }
    }
}
