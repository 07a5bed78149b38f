package tallyfold.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.notification.NotificationRow;
import tallyfold.notification.OperationFailed;
import tallyfold.project.Link;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRunStatus;

/** What is told, to whom, and that it is told once. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LookingTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NotificationWorld.START, ZoneOffset.UTC);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Databases.Kind kind;
    private NotificationWorld world;
    private User anna;
    private User mia;
    private User vera;

    LookingTest(Databases.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void begin() {
        world = new NotificationWorld(kind);
        anna = world.person(Role.ADMINISTRATOR, "anna");
        mia = world.person(Role.PROJECT_MANAGER, "mia");
        vera = world.person(Role.VIEWER, "vera");
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Nested
    class Tokens {

        @Test
        void areRemindedOfAtEachThresholdOnce() {
            world.connection("Fabrikam", TODAY.plusDays(40));

            List<Integer> toldAt = new ArrayList<>();
            for (int left = 40; left >= 0; left--) {
                int before = world.bell(anna).size();
                world.look();
                world.look();
                if (world.bell(anna).size() > before) {
                    assertThat(world.bell(anna)).hasSize(before + 1);
                    toldAt.add(left);
                }
                world.pass(Duration.ofDays(1));
            }

            assertThat(toldAt).containsExactly(30, 14, 7, 3, 1);
            assertThat(world.bell(anna).getFirst())
                    .isEqualTo("The token of Fabrikam expires on 2 Jan 2027. Replace it before that day, or nothing"
                            + " more is synced through it.");
        }

        @Test
        void thatComeLateAreRemindedOfOnce() {
            world.connection("Fabrikam", TODAY.plusDays(2));

            world.look();

            assertThat(world.bell(anna)).hasSize(1);
        }

        @Test
        void startAnewWhenTheyAreReplaced() {
            ConnectionId id = world.connection("Fabrikam", TODAY.plusDays(7));
            world.look();

            world.expires(id, TODAY.plusDays(90));
            world.look();
            assertThat(world.bell(anna)).hasSize(1);
            world.pass(Duration.ofDays(60));
            world.look();

            assertThat(world.bell(anna)).hasSize(2);
        }

        @Test
        void areNotToldAgainAfterARestart() {
            ConnectionId id = world.connection("Fabrikam", TODAY.plusDays(7));
            world.connection("Contoso", null);
            world.look();
            world.health(id, Health.TOKEN_REFUSED);
            world.look();

            world.restart();
            world.pass(TEN_MINUTES);
            world.look();

            assertThat(world.bell(anna)).hasSize(2);
        }

        @Test
        void areToldOnceByTwoNodesAtOnce() throws Exception {
            for (int i = 0; i < 10; i++) {
                ConnectionId id = world.connection("Fabrikam" + i, TODAY.plusDays(7));
                if (i % 2 == 0) {
                    world.health(id, Health.TOKEN_REFUSED);
                }
            }
            CyclicBarrier together = new CyclicBarrier(2);
            try (NotificationWorld.Node other = world.another();
                    ExecutorService nodes = Executors.newFixedThreadPool(2)) {
                List<Future<?>> looks = new ArrayList<>();
                for (NotificationWorld.Node node : List.of(world.node(), other)) {
                    looks.add(nodes.submit(() -> {
                        together.await();
                        node.looking.look();
                        return null;
                    }));
                }
                for (Future<?> look : looks) {
                    finish(look);
                }
            }

            assertThat(world.bell(anna)).hasSize(10).doesNotHaveDuplicates();
        }

        private void finish(Future<?> look) throws InterruptedException {
            try {
                look.get();
            } catch (ExecutionException e) {
                throw new AssertionError("A node failed", e);
            }
        }

        @Test
        void areToldWhenTheyAreRefusedAndAgainTheNextTime() {
            ConnectionId id = world.connection("Fabrikam", null);
            world.health(id, Health.TOKEN_REFUSED);
            world.look();
            world.pass(TEN_MINUTES);
            world.health(id, Health.EXPIRED);
            world.look();
            assertThat(world.bell(anna))
                    .containsExactly("The token of Fabrikam was refused. Nothing is synced through it until you replace"
                            + " it.");

            world.health(id, Health.HEALTHY);
            world.look();
            world.pass(TEN_MINUTES);
            world.health(id, Health.PERMISSION_MISSING);
            world.look();

            assertThat(world.bell(anna)).hasSize(2).last().asString().contains("lacks a permission");
        }

        @Test
        void concernAdministratorsAndThoseTheConnectionWasGrantedTo() {
            User max = world.person(Role.PROJECT_MANAGER, "max");
            world.connection("Fabrikam", TODAY.plusDays(7), mia);

            world.look();

            assertThat(world.bell(anna)).hasSize(1);
            assertThat(world.bell(mia)).hasSize(1);
            assertThat(world.bell(max)).isEmpty();
            assertThat(world.bell(vera)).isEmpty();
        }
    }

    @Nested
    class Syncs {

        @Test
        void areToldAfterAnHourThenAfterADayThenWhenTheyAreWellAgain() {
            ConnectionId id = world.connection("Fabrikam", null);
            Link apollo = world.link(id, "Apollo");
            Link gemini = world.link(id, "Gemini");
            world.ran(apollo, SyncRunStatus.FAILED);
            world.ran(gemini, SyncRunStatus.FAILED);
            lookFor(Duration.ofMinutes(50));
            assertThat(world.bell(anna)).isEmpty();

            lookFor(Duration.ofHours(5));
            assertThat(world.bell(anna))
                    .containsExactly("2 projects of Fabrikam could not be synced since 23 Nov 2026, 09:00. The page"
                            + " says why for each.");
            lookFor(Duration.ofHours(30));
            assertThat(world.bell(anna)).hasSize(2);

            world.ran(apollo, SyncRunStatus.SUCCEEDED);
            world.ran(gemini, SyncRunStatus.RUNNING);
            world.look();
            assertThat(world.bell(anna)).hasSize(2);
            world.ran(gemini, SyncRunStatus.FINISHED_WITH_WARNINGS);
            lookFor(Duration.ofHours(30));

            assertThat(world.bell(anna)).hasSize(3).last().isEqualTo("All projects of Fabrikam are synced again.");
        }

        @Test
        void thatFailShortlyAreNotTold() {
            ConnectionId id = world.connection("Fabrikam", null);
            Link apollo = world.link(id, "Apollo");
            world.ran(apollo, SyncRunStatus.FAILED);
            lookFor(Duration.ofMinutes(40));
            world.ran(apollo, SyncRunStatus.SUCCEEDED);
            lookFor(Duration.ofHours(2));

            assertThat(world.bell(anna)).isEmpty();
        }

        @Test
        void ofInactiveProjectsAndOfRefusedTokensAreNotTold() {
            ConnectionId id = world.connection("Fabrikam", null);
            Link apollo = world.link(id, "Apollo");
            world.resting.add(apollo.project());
            world.ran(apollo, SyncRunStatus.FAILED);
            ConnectionId refused = world.connection("Contoso", null);
            world.health(refused, Health.TOKEN_REFUSED);
            world.ran(world.link(refused, "Gemini"), SyncRunStatus.FAILED);

            lookFor(Duration.ofHours(3));

            assertThat(world.bell(anna)).singleElement().asString().contains("The token of Contoso");
        }

        private void lookFor(Duration time) {
            for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(TEN_MINUTES)) {
                world.look();
                world.pass(TEN_MINUTES);
            }
            world.look();
        }
    }

    @Nested
    class NewProjects {

        @Test
        void areCountedSinceTheLastLookADayAgo() {
            ConnectionId id = world.connection("Fabrikam", null);
            world.remote.put(id, List.of("Apollo", "Gemini"));
            world.look();
            world.remote.put(id, List.of("Apollo", "Gemini", "Mercury", "Voyager"));
            world.pass(Duration.ofHours(2));
            world.look();
            assertThat(world.bell(anna)).isEmpty();
            assertThat(world.listed).isEqualTo(1);

            world.pass(Duration.ofHours(23));
            world.look();
            world.pass(Duration.ofDays(2));
            world.look();

            assertThat(world.bell(anna))
                    .containsExactly("Fabrikam has 2 new projects. Import what you want to follow.");
        }

        @Test
        void areNamedToThoseOnlyWhoAskForNames() {
            ConnectionId id = world.connection("Fabrikam", null, mia);
            world.look();
            world.signIn(mia);
            choose(true, List.of());
            world.remote.put(id, List.of("Mercury"));
            world.pass(Duration.ofDays(2));
            world.look();

            assertThat(world.bell(mia)).singleElement().asString().contains("Mercury");
            assertThat(world.bell(anna)).singleElement().asString().doesNotContain("Mercury");
        }
    }

    @Nested
    class Backups {

        @Test
        void thatFailedAreToldToAdministratorsOnly() {
            world.connection("Fabrikam", null, mia);

            world.node()
                    .context
                    .publishEvent(new OperationFailed(OperationFailed.Operation.BACKUP, "The disk is full."));

            assertThat(world.bell(anna)).containsExactly("No backup was taken. The disk is full.");
            assertThat(world.bell(mia)).isEmpty();
        }
    }

    @Nested
    class People {

        @Test
        void hearOnlyOfWhatTheyChose() {
            world.signIn(anna);
            choose(false, List.of(new Choice(NotificationKind.TOKEN_EXPIRES, false, false)));
            world.connection("Fabrikam", TODAY.plusDays(7), mia);

            world.look();

            assertThat(world.bell(anna)).isEmpty();
            assertThat(world.bell(mia)).hasSize(1);
            world.signIn(anna);
            assertThat(world.node().service.preferences().choices())
                    .contains(new Choice(NotificationKind.TOKEN_EXPIRES, false, false));
        }

        @Test
        void readOnlyTheirOwn() {
            world.connection("Fabrikam", TODAY.plusDays(7), mia);
            world.look();
            world.signIn(anna);
            NotificationRow annas =
                    world.node().service.page(true, 0, 10, ZoneOffset.UTC).getFirst();

            world.signIn(mia);
            world.node().service.markRead(annas.id());
            world.signIn(anna);
            assertThat(world.node().service.unread()).isEqualTo(1);

            world.node().service.markRead(annas.id());
            assertThat(world.node().service.unread()).isZero();
            world.signIn(mia);
            assertThat(world.node().service.unread()).isEqualTo(1);
            world.node().service.markAllRead();
            assertThat(world.node().service.unread()).isZero();
            assertThat(world.node().service.page(true, 0, 10, ZoneOffset.UTC)).isEmpty();
            assertThat(world.node().service.count(false)).isEqualTo(1);
        }

        @Test
        void areToldLiveUntilTheyLeave() throws Exception {
            world.connection("Fabrikam", TODAY.plusDays(7));
            world.signIn(anna);
            List<Integer> heard = new ArrayList<>();
            AutoCloseable listening = world.node().service.listen(heard::add);
            world.look();
            assertThat(heard).containsExactly(1);

            listening.close();
            world.signIn(anna);
            world.node().service.markAllRead();

            assertThat(heard).containsExactly(1);
            assertThat(world.node().news.listening()).isZero();
        }
    }

    private void choose(boolean withNames, List<Choice> choices) {
        world.node().service.choose(new NotificationPreferences(withNames, choices));
    }
}
