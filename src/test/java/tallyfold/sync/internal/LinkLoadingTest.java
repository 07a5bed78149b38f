package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.project.LinkStore;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.SyncWarning;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkLoadingTest {

    /** Ends the writing thread between two transactions, as a kill does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FakeOrganization organization = new FakeOrganization();
    private final Databases database;
    private final EngineWorld world;

    LinkLoadingTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization).start();
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void loadsTwentyThousandItemsEqualToTheSource() {
        organization.project("Shop", 20_000, 10, 3);
        CountDownLatch together = new CountDownLatch(2);
        organization.beforeItems = _ -> {
            together.countDown();
            await(together);
        };
        Link link = world.link("Shop");

        world.work();

        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
        SyncRun run = world.latest(link);
        assertThat(run.status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(run.trigger()).isEqualTo(SyncTrigger.FIRST);
        assertThat(run.expected()).isEqualTo(20_000);
        assertThat(run.read()).isEqualTo(20_000);
        assertThat(run.added()).isEqualTo(20_000);
        assertThat(run.requests()).isEqualTo(organization.requests.get());
        assertThat(organization.mostInFlight.get()).isBetween(2, FetchGate.AT_MOST);
        Link loaded = world.get(LinkStore.class).find(link.id()).orElseThrow();
        assertThat(loaded.loaded()).isNotNull();
        assertThat(loaded.process()).isEqualTo("Agile");
    }

    @Test
    void keepsNothingTwiceAndLosesNothingWhenKilledAtRandomPoints() {
        organization.project("Shop", 6_000, 1, 2);
        organization.project("Bank", 2_500, 2, 2);
        Link shop = world.link("Shop");
        Link bank = world.link("Bank");
        Random random = new Random(7);
        int kills = 0;
        for (int attempt = 0; attempt < 12; attempt++) {
            AtomicInteger left = new AtomicInteger(1 + random.nextInt(9));
            organization.onCost = () -> {
                if (left.decrementAndGet() == 0) {
                    throw new Killed();
                }
            };
            if (catchThrowable(world::work) instanceof Killed) {
                kills++;
            }
        }
        organization.onCost = () -> {};
        world.work();

        assertThat(kills).isGreaterThan(2);
        assertThat(world.shown(shop.id())).isEqualTo(world.truth("Shop"));
        assertThat(world.shown(bank.id())).isEqualTo(world.truth("Bank"));
        assertThat(world.count("work_item")).isEqualTo(8_500);
        assertThat(world.count("sync_run")).as("one run goes on").isEqualTo(2);
        assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.latest(shop).read()).isEqualTo(6_000);
        assertThat(world.latest(shop).added()).isEqualTo(6_000);
    }

    @Test
    void goesOnBehindTheCheckpointInsteadOfFromTheStart() {
        organization.project("Shop", 4_000, 1, 1);
        Link link = world.link("Shop");
        AtomicInteger left = new AtomicInteger(6);
        organization.onCost = () -> {
            if (left.decrementAndGet() == 0) {
                throw new Killed();
            }
        };
        assertThat(catchThrowable(world::work)).isInstanceOf(Killed.class);
        organization.onCost = () -> {};
        int stored = world.latest(link).read();
        assertThat(stored).isPositive().isLessThan(4_000);
        AtomicInteger asked = new AtomicInteger();
        organization.beforeItems = ids -> asked.addAndGet(ids.size());

        world.work();

        assertThat(asked.get()).isEqualTo(4_000 - stored);
        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
    }

    @Test
    void marksAnInterruptedRunAndGoesOnWithIt() throws InterruptedException {
        organization.project("Shop", 5_000, 1, 1);
        Link link = world.link("Shop");
        CountDownLatch reading = new CountDownLatch(3);
        CountDownLatch never = new CountDownLatch(1);
        organization.beforeItems = _ -> {
            reading.countDown();
            if (reading.getCount() == 0) {
                await(never);
            }
        };
        Thread worker = Thread.ofPlatform().start(world::work);
        reading.await();
        worker.interrupt();
        worker.join(Duration.ofSeconds(20));
        assertThat(worker.isAlive()).isFalse();
        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.INTERRUPTED);
        organization.beforeItems = _ -> {};

        world.work();

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
        assertThat(world.count("sync_run")).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void lightensTheLoadOfASecondPassToWhatChanged() {
        organization.project("Shop", 1_000, 1, 1);
        Link link = world.link("Shop");
        world.work();
        organization.put("Shop", FakeOrganization.item("Shop", 500, 99, "Done", "Changed"));

        world.sync(link);

        SyncRun run = world.latest(link);
        assertThat(run.trigger()).isEqualTo(SyncTrigger.MANUAL);
        assertThat(run.added()).isZero();
        assertThat(run.changed()).isEqualTo(1);
        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
    }

    @Test
    void aBrokenProjectDoesNotStopTheOthers() {
        organization.project("Bad", 300, 1, 2);
        organization.project("Good", 300, 2, 2);
        organization.beforeStructure = name -> {
            if (name.equals("Bad")) {
                throw FakeOrganization.refusal(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.PROJECT));
            }
        };
        Link bad = world.link("Bad");
        Link good = world.link("Good");

        world.work();

        assertThat(world.latest(bad).status()).isEqualTo(SyncRunStatus.FAILED);
        assertThat(world.latest(bad).failureCode()).isEqualTo("NOT_FOUND.PROJECT");
        assertThat(world.latest(good).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.shown(good.id())).isEqualTo(world.truth("Good"));
    }

    @Test
    void aFaultOfTheProgramFailsOnlyItsRun() {
        organization.project("Bad", 300, 1, 2);
        organization.project("Good", 300, 2, 2);
        organization.beforeStructure = name -> {
            if (name.equals("Bad")) {
                throw new IllegalStateException("boom");
            }
        };
        Link bad = world.link("Bad");
        Link good = world.link("Good");

        world.work();

        assertThat(world.latest(bad).failureCode()).isEqualTo("INTERNAL");
        assertThat(world.latest(good).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
    }

    @Test
    void aRefusedTokenFailsWhatWaitsWithoutAskingAgain() {
        for (int i = 0; i < 30; i++) {
            organization.project("P" + i, 10, 1 + i * 10L, 1);
        }
        List<Link> links =
                IntStream.range(0, 30).mapToObj(i -> world.link("P" + i)).toList();
        organization.beforeStructure = _ -> {
            throw FakeOrganization.refusal(new ProviderFailure.TokenRejected(Rejection.EXPIRED));
        };

        world.work();

        assertThat(links)
                .allSatisfy(link -> assertThat(world.latest(link).failureCode()).isEqualTo("TOKEN_REJECTED.EXPIRED"));
        assertThat(organization.structures.get()).isLessThanOrEqualTo(8);
    }

    @Test
    void leavesAnUnreadableItemOutAndNamesIt() {
        organization.project("Shop", 450, 1, 1);
        organization.beforeItems = ids -> {
            if (ids.contains(217L)) {
                throw FakeOrganization.refusal(new ProviderFailure.UnexpectedAnswer(Oddity.MALFORMED, 200));
            }
        };
        Link link = world.link("Shop");

        world.work();

        SyncRun run = world.latest(link);
        assertThat(run.status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);
        assertThat(run.warnings()).isEqualTo(1);
        assertThat(run.read()).isEqualTo(450);
        assertThat(world.get(SyncWarningRepository.class).of(run.id()))
                .containsExactly(new SyncWarning(217L, "ITEM_UNREADABLE", "UNEXPECTED_ANSWER.MALFORMED"));
        assertThat(world.shown(link.id())).hasSize(449).doesNotContainKey(217L);
    }

    @Test
    void failsWhenEverythingIsUnreadableInsteadOfTryingEachItem() {
        organization.project("Shop", 2_000, 1, 1);
        organization.beforeItems = _ -> {
            throw FakeOrganization.refusal(new ProviderFailure.UnexpectedAnswer(Oddity.MALFORMED, 200));
        };
        Link link = world.link("Shop");

        world.work();

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FAILED);
        assertThat(organization.requests.get()).isLessThan(100);
    }

    @Test
    void readsTheStructureOnceMoreForAStateNobodyHasHeardOf() {
        organization.project("Shop", 300, 1, 1);
        organization.put("Shop", FakeOrganization.item("Shop", 7, 3, "In review", "Seven"));
        organization.put("Shop", FakeOrganization.item("Shop", 8, 3, "Nowhere", "Eight"));
        organization.beforeItems = _ -> organization.states.put("In review", "RESOLVED");
        Link link = world.link("Shop");

        world.work();

        assertThat(organization.structures.get()).isEqualTo(2);
        assertThat(category(7)).isEqualTo("RESOLVED");
        assertThat(category(8)).isEqualTo("PROPOSED");
        assertThat(world.get(SyncWarningRepository.class).of(world.latest(link).id()))
                .containsExactly(new SyncWarning(8L, "STATE_UNKNOWN", ""));
    }

    private String category(long id) {
        return world.jdbc()
                .sql("SELECT state_category FROM work_item WHERE remote_id = ?")
                .param(id)
                .query((rs, _) -> rs.getString(1))
                .single();
    }

    @Test
    void marksWhatIsGoneAndBringsBackWhatReturns() {
        organization.project("Shop", 100, 1, 1);
        Link link = world.link("Shop");
        world.work();
        organization.delete("Shop", 50);

        world.sync(link);

        assertThat(world.latest(link).removed()).isEqualTo(1);
        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
        assertThat(world.count("link_item")).isEqualTo(100);

        organization.restore("Shop", 50);
        world.sync(link);

        assertThat(world.latest(link).added()).isEqualTo(1);
        assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
    }

    @Test
    void refusesToMarkMoreThanAFifth() {
        organization.project("Shop", 100, 1, 1);
        Link link = world.link("Shop");
        world.work();
        organization.items("Shop").headMap(30L).clear();

        world.compare(link);

        assertThat(world.latest(link).removed()).isZero();
        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);
        assertThat(world.shown(link.id())).hasSize(100);
        assertThat(world.get(SyncWarningRepository.class).of(world.latest(link).id()))
                .containsExactly(new SyncWarning(null, "REMOVAL_REFUSED", "29 of 100"));
    }

    @Test
    void marksNothingWhenThePassWasCutShort() {
        organization.project("Shop", 1_000, 1, 1);
        Link link = world.link("Shop");
        world.work();
        organization.items("Shop").remove(5L);
        organization.beforeItems = ids -> {
            if (ids.contains(900L)) {
                throw FakeOrganization.refusal(
                        new ProviderFailure.Unreachable(ProviderFailure.Unreachable.Obstacle.TIMEOUT, null));
            }
        };

        world.compare(link);

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FAILED);
        assertThat(world.latest(link).removed()).isZero();
        assertThat(world.shown(link.id())).containsKey(5L);
    }

    @Test
    void loadsAProjectWithoutItems() {
        organization.project("Empty", 0, 1, 1);
        Link link = world.link("Empty");

        world.work();

        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.latest(link).expected()).isZero();
    }

    @Test
    void namesAnItemThatIsListedButNotDelivered() {
        organization.project("Shop", 10, 1, 1);
        organization.beforeItems = _ -> organization.items("Shop").remove(3L);
        Link link = world.link("Shop");

        world.work();

        assertThat(world.get(SyncWarningRepository.class).of(world.latest(link).id()))
                .containsExactly(new SyncWarning(3L, "ITEM_NOT_DELIVERED", ""));
    }
}
