package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.DeletionMode;
import tallyfold.project.Link;
import tallyfold.project.UnlinkMode;
import tallyfold.project.internal.Unlinking;
import tallyfold.provider.ChangePage;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;

/** What becomes of links when the following of the feed is disturbed: nothing lost, nothing wrong, and the reason told. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class BrokenFeedTest {

    /** Ends the reading between two questions, as a kill does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FakeOrganization organization = new FakeOrganization();
    private final MutableClock clock = new MutableClock();
    private final Databases database;
    private final EngineWorld world;

    BrokenFeedTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization, clock).start();
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private Link loaded(String name, int items, long from) {
        organization.project(name, items, from, 1);
        Link link = world.link(name);
        world.work();
        return link;
    }

    private void follow(Link... links) {
        clock.advance(Duration.ofSeconds(1));
        world.follow(links);
    }

    private int cost(Link... links) {
        int before = organization.requests.get();
        follow(links);
        return organization.requests.get() - before;
    }

    /** Three pages of four changes each. */
    private void changeTwelve() {
        organization.feed.pageSize = 4;
        for (long id = 1; id <= 12; id++) {
            RemoteWorkItem item = world.remote("Shop", id);
            organization.put("Shop", FakeOrganization.copy(item, item.rev() + 1).made());
        }
    }

    /** Does something when the second page behind the stored place is asked for, once. */
    private void atSecondPage(Runnable disturbance) {
        String place = place();
        AtomicBoolean once = new AtomicBoolean();
        organization.feed.beforeRevisions = from -> {
            if (from instanceof FeedPosition.After(String cursor)
                    && !cursor.equals(place)
                    && once.compareAndSet(false, true)) {
                disturbance.run();
            }
        };
    }

    private static Consumer<FeedPosition> refusing(ProviderFailure failure) {
        return _ -> {
            throw FakeOrganization.refusal(failure);
        };
    }

    private String place() {
        return world.get(ChangeFeedRepository.class)
                .find(EngineWorld.CONNECTION)
                .map(Feed::revisionCursor)
                .orElse("");
    }

    private void assertEqual(Link link, String project) {
        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.differences(link, project)).isEmpty();
    }

    @Nested
    class Interrupted {

        @Test
        void goesOnBehindTheLastPageAfterAKill() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> {
                throw new Killed();
            });
            assertThat(catchThrowable(() -> follow(shop))).isInstanceOf(Killed.class);
            assertThat(place()).isEqualTo("r4");
            assertThat(world.differences(shop, "Shop"))
                    .as("the first page is stored")
                    .hasSize(8);
            organization.feed.beforeRevisions = _ -> {};

            int before = organization.requests.get();
            world.work();

            assertThat(organization.requests.get() - before).isEqualTo(1 + 2);
            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).changed()).as("nothing counted twice").isEqualTo(12);
            assertThat(world.count("sync_run")).isEqualTo(2);
        }

        @Test
        void losesNothingWhenKilledAgainAndAgain() {
            Link shop = loaded("Shop", 200, 1);
            Link bank = loaded("Bank", 100, 1_000);
            organization.feed.pageSize = 3;
            int kills = 0;
            for (int round = 1; round <= 8; round++) {
                for (long id = 1; id <= 20; id++) {
                    organization.put("Shop", FakeOrganization.item("Shop", id + round, 50 + round, "Done", "Changed"));
                }
                organization.move(100L + round, "Shop", "Bank");
                organization.delete("Bank", 1_000L + round);
                AtomicInteger left = new AtomicInteger(round * 3);
                organization.onCost = () -> {
                    if (left.decrementAndGet() == 0) {
                        throw new Killed();
                    }
                };
                kills += catchThrowable(() -> follow(shop, bank)) instanceof Killed ? 1 : 0;
            }
            organization.onCost = () -> {};
            follow(shop, bank);

            assertThat(kills).isGreaterThan(3);

            assertEqual(shop, "Shop");
            assertEqual(bank, "Bank");
        }

        @Test
        void aLoadThatGoesOnLaterHasNotMissedWhatOthersReadOfTheFeed() {
            Link bank = loaded("Bank", 10, 50_000);
            organization.project("Shop", 4_000, 1, 1);
            Link shop = world.link("Shop");
            AtomicInteger left = new AtomicInteger(4);
            organization.onCost = () -> {
                if (left.decrementAndGet() == 0) {
                    throw new Killed();
                }
            };
            assertThat(catchThrowable(world::work)).isInstanceOf(Killed.class);
            organization.onCost = () -> {};
            assertThat(world.latest(shop).read()).isBetween(1, 3_999);
            organization.put("Shop", FakeOrganization.item("Shop", 3, 77, "Done", "Read already"));
            organization.delete("Shop", 4);
            organization.put("Shop", FakeOrganization.item("Shop", 9_000, 1, "New", "Behind all"));
            organization.put("Bank", FakeOrganization.item("Bank", 50_001, 77, "Done", "Rich"));
            AtomicInteger asked = new AtomicInteger();
            organization.beforeItems = ids -> asked.addAndGet(ids.size());

            follow(bank);

            assertThat(world.differences(bank, "Bank")).isEmpty();
            assertThat(world.differences(shop, "Shop")).isEmpty();
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            assertThat(asked.get()).as("went on where it was").isLessThan(4_000);
            assertThat(cost(shop)).isEqualTo(2);
        }

        @Test
        void writesNothingAnyMoreWhenAnotherReadingTookOver() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> world.get(FeedApplier.class).begin(EngineWorld.CONNECTION));

            follow(shop);

            assertThat(place()).isEqualTo("r4");
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.WAITING);
            assertThat(world.differences(shop, "Shop")).hasSize(8);

            world.work();
            assertEqual(shop, "Shop");
        }

        @Test
        void aFrozenReadingCannotWriteIntoAFeedThatWasBegunAnew() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> {
                Feed feed = world.get(ChangeFeedRepository.class)
                        .find(EngineWorld.CONNECTION)
                        .orElseThrow();
                world.get(FeedApplier.class)
                        .start(feed.of(new java.util.UUID(1, 2)).at("r12", "p0"), List.of());
            });

            follow(shop);

            assertThat(place()).isEqualTo("r12");
            assertThat(world.differences(shop, "Shop")).hasSize(8);
            world.work();
            assertEqual(shop, "Shop");
        }

        @Test
        void leavesRunsAskedForMeanwhileToTheNextReading() {
            Link shop = loaded("Shop", 50, 1);
            Link bank = loaded("Bank", 10, 1_000);
            follow(shop, bank);
            organization.feed.pages = page -> {
                organization.feed.pages = same -> same;
                organization.put("Bank", FakeOrganization.item("Bank", 1_001, 77, "Done", "Late"));
                world.enqueue(bank, SyncTrigger.MANUAL);
                return page;
            };

            follow(shop);

            assertThat(world.latest(bank).status()).isEqualTo(SyncRunStatus.WAITING);
            world.work();
            assertEqual(bank, "Bank");
            assertThat(world.latest(bank).changed()).isEqualTo(1);
        }

        @Test
        void keepsThePageItIsAtWhenTheProductStops() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> world.get(EngineLifecycle.class).stop());

            follow(shop);

            assertThat(place()).isEqualTo("r8");
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.WAITING);
            world.get(EngineLifecycle.class).start();
            world.work();
            assertEqual(shop, "Shop");
        }

        @Test
        void failsNothingWhenItsThreadIsInterrupted() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> {
                Thread.currentThread().interrupt();
                throw FakeOrganization.refusal(new Unreachable(Obstacle.NETWORK, null));
            });

            follow(shop);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.WAITING);
            world.work();
            assertEqual(shop, "Shop");
        }
    }

    @Nested
    class Senseless {

        private void assertFellBack(Link shop) {
            int structures = organization.structures.get();
            follow(shop);
            assertEqual(shop, "Shop");
            assertThat(organization.structures.get()).isEqualTo(structures + 1);
        }

        private void assertFollowsAgain(Link shop) {
            organization.feed.beforeRevisions = _ -> {};
            organization.feed.pages = same -> same;
            assertThat(cost(shop)).isEqualTo(2);
            organization.put("Shop", FakeOrganization.item("Shop", 20, 99, "Done", "Twenty"));
            follow(shop);
            assertEqual(shop, "Shop");
        }

        @Test
        void jumpingBackPutsNothingOlderOverAnythingNewer() {
            Link shop = loaded("Shop", 50, 1);
            Link bank = loaded("Bank", 10, 1_000);
            organization.put("Shop", FakeOrganization.item("Shop", 5, 60, "New", "Sixty"));
            organization.delete("Shop", 6);
            organization.restore("Shop", 6);
            organization.move(7, "Shop", "Bank");
            organization.move(7, "Bank", "Shop");
            organization.put("Shop", FakeOrganization.item("Shop", 5, 61, "Done", "Sixty-one"));
            follow(shop, bank);
            organization.feed.pageSize = 1;
            database.jdbc()
                    .sql("UPDATE change_feed SET revision_cursor = 'r0', parent_cursor = 'p0'")
                    .update();

            follow(shop, bank);

            assertEqual(shop, "Shop");
            assertEqual(bank, "Bank");
            assertThat(world.latest(shop).changed()).isZero();
            assertThat(world.latest(shop).removed()).isZero();
            assertThat(world.latest(bank).added()).isZero();
        }

        @Test
        void repeatingATokenIsForgottenAndEverythingReadAsAWhole() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            organization.feed.pages =
                    page -> page.cursor().equals("r8") ? new ChangePage<>(page.changes(), "r4", false) : page;
            assertFellBack(shop);
            assertFollowsAgain(shop);
        }

        @Test
        void neverEndingIsForgottenToo() {
            Link shop = loaded("Shop", 50, 1);
            organization.put("Shop", FakeOrganization.item("Shop", 5, 60, "Done", "Sixty"));
            AtomicInteger number = new AtomicInteger();
            AtomicInteger pages = new AtomicInteger();
            organization.feed.beforeRevisions = _ -> pages.incrementAndGet();
            organization.feed.pages = page -> pages.get() > FeedReader.MOST_PAGES
                    ? page
                    : new ChangePage<>(List.of(), "r0" + "0".repeat(number.incrementAndGet() % 2_000), false);
            assertFellBack(shop);
            assertThat(pages.get()).isEqualTo(FeedReader.MOST_PAGES + 1);
        }

        @Test
        void aTokenThatIsNotKnownAnyMoreIsForgottenAndTheFeedBegunAnew() {
            Link shop = loaded("Shop", 50, 1);
            organization.put("Shop", FakeOrganization.item("Shop", 5, 60, "Done", "Sixty"));
            organization.destroy("Shop", 6);
            organization.feed.beforeRevisions = from -> {
                if (from instanceof FeedPosition.After) {
                    throw FakeOrganization.refusal(new UnexpectedAnswer(Oddity.STATUS, 400));
                }
            };
            assertFellBack(shop);
            assertFollowsAgain(shop);
        }

        @Test
        void noFeedAtAllLeavesEverythingAsItWas() {
            organization.feed.beforeRevisions = refusing(new NotFound(NotFound.What.OTHER));
            Link shop = loaded("Shop", 50, 1);
            assertEqual(shop, "Shop");
            organization.put("Shop", FakeOrganization.item("Shop", 5, 60, "Done", "Sixty"));
            assertFellBack(shop);
            assertThat(world.count("change_feed")).isZero();
        }

        @Test
        void anItemTheDatabaseRefusesHasItsLinkReadAsAWhole() {
            Link shop = loaded("Shop", 50, 1);
            Link bank = loaded("Bank", 10, 1_000);
            follow(shop, bank);
            database.jdbc()
                    .sql("ALTER TABLE work_item ADD CONSTRAINT no_such_title CHECK (title <> 'Refused')")
                    .update();
            organization.put("Shop", FakeOrganization.item("Shop", 5, 60, "Done", "Refused"));
            organization.put("Shop", FakeOrganization.item("Shop", 6, 60, "Done", "Taken"));

            follow(shop, bank);

            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);
            assertThat(world.differences(shop, "Shop")).containsOnlyKeys(5L);
            assertEqual(bank, "Bank");
            assertThat(world.latest(bank).read()).isZero();
        }
    }

    @Nested
    class Refused {

        @Test
        void failsWithTheReasonAndKeepsThePlaceOfTheFeed() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> {
                throw FakeOrganization.refusal(new TokenRejected(Rejection.EXPIRED));
            });
            int structures = organization.structures.get();

            follow(shop);

            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.FAILED);
            assertThat(world.latest(shop).failureCode()).isEqualTo("TOKEN_REJECTED.EXPIRED");
            assertThat(place()).isEqualTo("r4");
            assertThat(organization.structures.get())
                    .as("nothing else is tried")
                    .isEqualTo(structures);
            assertThat(cost(shop)).isEqualTo(1 + 2);
            assertEqual(shop, "Shop");
        }

        @Test
        void failsOnlyWhatTheFeedWouldHaveServedWhenItCannotBeReached() {
            Link shop = loaded("Shop", 50, 1);
            organization.project("Bank", 10, 1_000, 1);
            organization.feed.beforeRevisions = refusing(new Unreachable(Obstacle.SERVER_ERROR, null));
            Link bank = world.link("Bank");
            String before = place();

            follow(shop);

            assertThat(world.latest(shop).failureCode()).isEqualTo("UNREACHABLE.SERVER_ERROR");
            assertEqual(bank, "Bank");
            assertThat(place()).isEqualTo(before);
            clock.advance(FeedPass.COMPARED_EVERY);
            follow(shop);
            assertEqual(shop, "Shop");
        }
    }

    @Nested
    class LinksThatGo {

        private Runnable unlinking(Link link, UnlinkMode mode) {
            return () -> assertThat(world.get(Unlinking.class).unlink(link.id(), mode))
                    .isTrue();
        }

        @Test
        void areNotWrittenToAnyMoreOnceTheyAreCopies() {
            Link shop = loaded("Shop", 50, 1);
            Link bank = loaded("Bank", 10, 1_000);
            follow(shop, bank);
            changeTwelve();
            organization.put("Bank", FakeOrganization.item("Bank", 1_001, 77, "Done", "Rich"));
            organization.put("Shop", FakeOrganization.item("Shop", 500, 1, "New", "New"));
            atSecondPage(unlinking(shop, UnlinkMode.KEEP_READ_ONLY));

            follow(shop, bank);

            assertEqual(bank, "Bank");
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.CANCELLED);
            assertThat(world.shown(shop.id())).hasSize(50);
            assertThat(world.differences(shop, "Shop"))
                    .as("all but the first page")
                    .hasSize(9);
            assertThat(world.count("fed_link")).isEqualTo(1);
        }

        @Test
        void leaveNothingBehindWhenTheyAreErased() {
            Link shop = loaded("Shop", 50, 1);
            Link bank = loaded("Bank", 10, 1_000);
            follow(shop, bank);
            changeTwelve();
            atSecondPage(unlinking(shop, UnlinkMode.REMOVE));

            follow(shop, bank);

            assertEqual(bank, "Bank");
            assertThat(world.count("work_item")).isEqualTo(10);
            assertThat(world.count("link_item")).isEqualTo(10);
            assertThat(world.count("fed_link")).isEqualTo(1);
        }

        @Test
        void takeTheFeedAlongWhenTheirConnectionGoes() {
            Link shop = loaded("Shop", 50, 1);
            changeTwelve();
            atSecondPage(() -> world.get(TransactionTemplate.class)
                    .executeWithoutResult(
                            _ -> world.publish(new ConnectionDeleting(EngineWorld.CONNECTION, DeletionMode.ERASE))));

            follow(shop);

            for (String table :
                    List.of("change_feed", "feed_project", "fed_link", "link_item", "work_item", "sync_run")) {
                assertThat(world.count(table)).as(table).isZero();
            }
        }
    }
}
