package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.Element;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound.What;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;
import tallyfold.sync.SyncTrigger;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class RunHistoryTest {

    private final FakeOrganization organization = new FakeOrganization();
    private final MutableClock clock = new MutableClock();
    private final Databases database;
    private final EngineWorld world;

    RunHistoryTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization, clock).start();
        organization.project("Shop", 600, 1, 1);
        organization.project("Bank", 10, 2_001, 1);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private SyncService service() {
        return world.get(SyncService.class);
    }

    private RunHistoryService past() {
        return world.get(RunHistoryService.class);
    }

    private void change(String project, long id) {
        RemoteWorkItem item = world.remote(project, id);
        organization.put(project, FakeOrganization.copy(item, item.rev() + 1).made());
    }

    private void follow(Link... links) {
        clock.advance(Duration.ofMinutes(15));
        world.follow(links);
    }

    private void failNext(String project) {
        organization.beforeStructure = name -> {
            if (name.equals(project)) {
                throw FakeOrganization.refusal(new ProviderFailure.NotFound(What.PROJECT));
            }
        };
    }

    private List<SyncRun> history(Link link, boolean uneventful) {
        return past().page(link.project(), uneventful, 0, 100);
    }

    @Nested
    class OfAProject {

        private final ProjectId project = world.project("Both");
        private final Link shop = world.link(project, "Shop", true, Element.WHOLE_PROJECT);
        private final Link bank = world.link(project, "Bank", true, Element.WHOLE_PROJECT);

        @Test
        void isTheWorstOfItsLinks() {
            failNext("Shop");
            world.work();
            clock.advance(Duration.ofMinutes(1));
            world.sync(bank);

            assertThat(world.latest(bank).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            SyncRun told = service().latest(project).orElseThrow();
            assertThat(told.link()).isEqualTo(shop.id());
            assertThat(told.status()).isEqualTo(SyncRunStatus.FAILED);
        }

        @Test
        void isTheRunningOneWhateverFailed() {
            failNext("Shop");
            world.work();
            clock.advance(Duration.ofMinutes(1));
            world.enqueue(bank);
            world.get(PageApplier.class).begin(world.latest(bank), bank);

            assertThat(service().latestOfProjects(List.of(project)))
                    .hasEntrySatisfying(project, run -> assertThat(run.status()).isEqualTo(SyncRunStatus.RUNNING));
        }

        @Test
        void isSyncedOnlyWhenAllAre() {
            world.work();

            assertThat(service().latest(project).map(SyncRun::status)).contains(SyncRunStatus.SUCCEEDED);
            assertThat(service().latest(List.of(shop.id(), bank.id()))).hasSize(2);
        }

        @Test
        void isSyncedByHandAsAWhole() {
            world.work();
            service().syncNow(List.of(project));

            assertThat(service().unfinished())
                    .extracting(SyncRun::link)
                    .containsExactlyInAnyOrder(shop.id(), bank.id());
        }
    }

    @Nested
    class Cancel {

        @Test
        void endsARunningOneAtTheNextPageAndSaysByWhom() {
            organization.project("Shop", 8_000, 1, 1);
            Link shop = world.link("Shop");
            organization.beforeItems = _ -> {
                world.get(SyncQueue.class).cancel(List.of(shop.id()), "anna");
                clock.advance(Duration.ofSeconds(2));
            };
            world.work();

            SyncRun run = world.latest(shop);
            assertThat(run.status()).isEqualTo(SyncRunStatus.CANCELLED);
            assertThat(run.cancelledBy()).isEqualTo("anna");
            assertThat(run.finished()).isNotNull();
            assertThat(past().log(run.id()).orElseThrow()).contains("anna asked to stop", "Cancelled by anna");

            organization.beforeItems = _ -> {};
            world.get(SyncTick.class).mend();
            world.work();
            assertThat(world.latest(shop).id())
                    .as("nothing restarts it but the schedule")
                    .isEqualTo(run.id());

            clock.advance(Duration.ofMinutes(15));
            world.get(SyncTick.class).schedule();
            world.work();
            assertThat(world.shown(shop.id())).isEqualTo(world.truth("Shop"));
        }

        @Test
        void takesBackWhatWaitsOrWasInterrupted() {
            Link shop = world.link("Shop");
            Link bank = world.link("Bank");
            SyncRun interrupted = world.latest(bank);
            world.get(PageApplier.class).begin(interrupted, bank);
            world.get(SyncRunRepository.class).interrupt(interrupted.id());

            assertThat(service().cancel(List.of(shop.id(), bank.id()))).isEqualTo(2);

            assertThat(service().latest(List.of(shop.id(), bank.id())).values())
                    .allMatch(run -> run.status() == SyncRunStatus.CANCELLED);
            world.work();
            assertThat(world.shown(shop.id())).isEmpty();
        }

        @Test
        void stopsWhatAKilledProcessLeftBehindAsRunning() {
            Link shop = world.link("Shop");
            world.get(PageApplier.class).begin(world.latest(shop), shop);

            assertThat(service().cancel(List.of(shop.id()))).isEqualTo(1);
            world.work();

            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.CANCELLED);
            assertThat(world.shown(shop.id())).isEmpty();
        }
    }

    @Test
    void aFullSyncReadsEverythingAnew() {
        Link shop = world.link("Shop");
        world.work();
        follow(shop);
        int before = organization.requests.get();
        world.sync(shop);
        int byFeed = organization.requests.get() - before;

        clock.advance(Duration.ofMinutes(1));
        service().fullSync(List.of(shop.id()));
        before = organization.requests.get();
        world.work();

        SyncRun run = world.latest(shop);
        assertThat(run.trigger()).isEqualTo(SyncTrigger.FULL);
        assertThat(run.status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(run.read()).isEqualTo(600);
        assertThat(organization.requests.get() - before).isGreaterThan(byFeed);
        follow(shop);
        assertThat(world.latest(shop).read()).as("the feed goes on behind it").isZero();
    }

    @Test
    void leavesOutWhatTheScheduleDidInVainUnlessAsked() {
        Link shop = world.link("Shop");
        world.work();
        follow(shop);
        follow(shop);
        change("Shop", 7);
        follow(shop);

        assertThat(history(shop, true)).hasSize(4);
        assertThat(history(shop, false))
                .extracting(SyncRun::trigger)
                .containsExactly(SyncTrigger.SCHEDULE, SyncTrigger.FIRST);
        assertThat(past().count(shop.project(), false)).isEqualTo(2);
        assertThat(past().page(shop.project(), true, 1, 2)).hasSize(2);
    }

    @Test
    void forgetsWhatTheScheduleDidInVainSoonAndTheRestLater() {
        Link shop = world.link("Shop");
        world.work();
        follow(shop);
        change("Shop", 7);
        follow(shop);
        clock.advance(Duration.ofDays(3));
        follow(shop);

        world.get(SyncTick.class).housekeep();
        assertThat(history(shop, true)).hasSize(3);

        clock.advance(Duration.ofDays(90));
        world.get(SyncTick.class).housekeep();
        assertThat(history(shop, true)).as("the newest stays").hasSize(1);
        assertThat(world.count("sync_log WHERE run_id NOT IN (SELECT id FROM sync_run)"))
                .isZero();
    }

    @Nested
    class Log {

        @Test
        void tellsStepByStepWhatHappened() {
            Link shop = world.link("Shop");
            organization.waited = Duration.ofSeconds(12);
            world.work();

            assertThat(past().log(world.latest(shop).id()).orElseThrow().lines())
                    .anyMatch(line -> line.contains("fabrikam / Shop"))
                    .anyMatch(line -> line.endsWith("Asked for: First sync."))
                    .anyMatch(line -> line.matches("2026-11-23T09:00:.*Z  Reading began\\."))
                    .anyMatch(line -> line.endsWith("600 items are listed."))
                    .anyMatch(line -> line.contains("items read: "))
                    .anyMatch(line -> line.contains("Waited 12 s because"))
                    .anyMatch(line -> line.endsWith("Ended: Succeeded."))
                    .anyMatch(line -> line.contains("In all: 600 read, 600 added"))
                    .noneMatch(line -> line.contains("Title of"));
        }

        @Test
        void saysWhatFailedAndWhatToDo() {
            Link shop = world.link("Shop");
            failNext("Shop");
            world.work();

            assertThat(past().log(world.latest(shop).id()).orElseThrow())
                    .contains("Failed (TF-CONN-30)")
                    .contains("Next: ");
        }

        @Test
        void keepsTheFirstFiveHundredLines() {
            Link shop = world.link("Shop");
            RunLogRepository log = world.get(RunLogRepository.class);
            SyncRun run = world.latest(shop);
            for (int i = 0; i < 510; i++) {
                log.add(run.id(), "line " + i);
            }

            assertThat(log.of(run.id())).hasSize(500);
            assertThat(past().log(run.id()).orElseThrow()).contains("Only the first 500 lines were kept.");
        }
    }

    @Test
    void looksUpTheNewestOfManyLinksInOneGo() {
        Link shop = world.link("Shop");
        Link bank = world.link("Bank");
        world.work();
        follow(shop, bank);

        Map<LinkId, SyncRun> latest = service().latest(List.of(shop.id(), bank.id()));

        assertThat(latest.get(shop.id())).isEqualTo(world.latest(shop));
        assertThat(latest.values()).extracting(SyncRun::trigger).containsOnly(SyncTrigger.SCHEDULE);
        assertThat(service().latest(List.of())).isEmpty();
    }
}
