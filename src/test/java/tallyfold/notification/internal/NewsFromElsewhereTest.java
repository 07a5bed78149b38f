package tallyfold.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.TaskScheduler;
import tallyfold.notification.NotificationService;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.support.TestUsers;

class NewsFromElsewhereTest {

    /** Two nodes on one database. */
    @Nested
    @ParameterizedClass
    @EnumSource(Databases.Kind.class)
    class OnTwoNodes {

        private static final LocalDate TODAY = LocalDate.ofInstant(NotificationWorld.START, ZoneOffset.UTC);

        private final NotificationWorld world;
        private final NotificationWorld.Node other;
        private final User anna;
        private final User mia;
        private final BlockingQueue<Integer> annas = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> mias = new LinkedBlockingQueue<>();
        private @Nullable AutoCloseable annaListens;

        OnTwoNodes(Databases.Kind kind) {
            world = new NotificationWorld(kind);
            other = world.another();
            anna = world.person(Role.ADMINISTRATOR, "anna");
            mia = world.person(Role.PROJECT_MANAGER, "mia");
        }

        @BeforeEach
        void openPages() {
            annaListens = listen(world.node(), anna, annas);
            listen(world.node(), mia, mias);
            look();
            annas.clear();
            mias.clear();
        }

        @AfterEach
        void end() {
            other.close();
            world.close();
        }

        private AutoCloseable listen(NotificationWorld.Node node, User person, BlockingQueue<Integer> heard) {
            world.signIn(person);
            return node.service.listen(heard::add);
        }

        private NewsFromElsewhere elsewhere() {
            return world.node().context.getBean(NewsFromElsewhere.class);
        }

        private void look() {
            elsewhere().look();
        }

        @Test
        void tellsNobodyWhoIsNotConcerned() {
            world.connection("Fabrikam", TODAY.plusDays(7));
            other.looking.look();

            look();
            look();

            assertThat(annas).containsExactly(1);
            assertThat(mias).isEmpty();
        }

        @Test
        void hearsWhatAnotherNodeTellsAndWhatIsReadThere() {
            world.connection("Fabrikam", TODAY.plusDays(7), mia);
            other.looking.look();
            look();
            assertThat(mias).containsExactly(1);

            world.connection("Contoso", TODAY.plusDays(2), mia);
            other.looking.look();
            look();
            assertThat(mias).containsExactly(1, 2);

            world.signIn(mia);
            NotificationService there = other.service;
            there.markAllRead();
            look();
            assertThat(mias).containsExactly(1, 2, 0);
        }

        @Test
        void tellsAPageThatWasOpenedJustNowOfWhatItMayHaveMissed() {
            world.connection("Fabrikam", TODAY.plusDays(7));
            User olga = world.person(Role.ADMINISTRATOR, "olga");
            BlockingQueue<Integer> olgas = new LinkedBlockingQueue<>();
            listen(world.node(), olga, olgas);
            other.looking.look();

            look();

            assertThat(olgas).containsExactly(1);
        }

        @Test
        void hearsNothingMoreForAPageThatIsGone() throws Exception {
            Objects.requireNonNull(annaListens).close();
            world.connection("Fabrikam", TODAY.plusDays(7));
            other.looking.look();

            look();

            assertThat(annas).isEmpty();
        }

        @Test
        void looksByItselfWithinTenSeconds() throws Exception {
            elsewhere().begin();
            world.connection("Fabrikam", TODAY.plusDays(7), mia);
            other.looking.look();

            assertThat(mias.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    /** What it costs. */
    @Nested
    class Asking {

        private final NotificationNews news = new NotificationNews();
        private final NotificationRepository notifications = mock();
        private final TaskScheduler scheduler = mock();
        private final NewsFromElsewhere elsewhere = new NewsFromElsewhere(news, notifications, scheduler);

        private Runnable timer() {
            elsewhere.begin();
            ArgumentCaptor<Runnable> work = ArgumentCaptor.captor();
            ArgumentCaptor<Duration> pause = ArgumentCaptor.captor();
            verify(scheduler).scheduleWithFixedDelay(work.capture(), pause.capture());
            assertThat(pause.getValue()).isLessThan(Duration.ofSeconds(10));
            return work.getValue();
        }

        @Test
        void isNotDoneWhileNoPageIsOpen() {
            Runnable timer = timer();
            timer.run();
            timer.run();

            verify(notifications, never()).unread(any());
        }

        @Test
        void isDoneOnceForAllPeopleAndAllTheirPages() {
            User anna = TestUsers.user(Role.ADMINISTRATOR, "anna");
            User mia = TestUsers.user(Role.VIEWER, "mia");
            List<String> heard = new ArrayList<>();
            for (int page = 0; page < 5; page++) {
                news.listen(anna.id(), () -> heard.add("anna"));
                news.listen(mia.id(), () -> heard.add("mia"));
            }
            Runnable timer = timer();
            timer.run();
            heard.clear();

            timer.run();

            verify(notifications, times(2)).unread(Set.of(anna.id(), mia.id()));
            assertThat(heard).as("when nothing has changed").isEmpty();
        }

        @Test
        void goesOnAfterADatabaseThatWasGone() {
            User anna = TestUsers.user(Role.ADMINISTRATOR, "anna");
            List<String> heard = new ArrayList<>();
            news.listen(anna.id(), () -> heard.add("anna"));
            when(notifications.unread(any()))
                    .thenThrow(new DataAccessResourceFailureException("gone"))
                    .thenReturn(Map.of());
            Runnable timer = timer();

            timer.run();
            assertThat(heard).isEmpty();
            timer.run();

            assertThat(heard).containsExactly("anna");
        }
    }
}
