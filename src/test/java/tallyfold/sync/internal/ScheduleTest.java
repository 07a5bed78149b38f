package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import tallyfold.project.LinkId;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStage;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ProjectStatusChanged;
import tallyfold.project.Rhythm;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ScheduleTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final ProjectStatus ON_HOLD =
            new ProjectStatus(ProjectProgress.ON_HOLD, ProjectStage.EXECUTION, OverallStatus.NONE);

    private final FakeOrganization organization = new FakeOrganization();
    private final MutableClock clock = new MutableClock(START);
    private final Databases database;
    private final EngineWorld world;
    private int made;

    ScheduleTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization, clock).start();
        organization.project("Shop", 10, 1, 1);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private Link link(@Nullable Duration every) {
        made++;
        return world.link(
                world.project("Mine " + made),
                "Shop",
                true,
                every,
                organization.element(ElementKind.TEAM, "team" + made, 1L));
    }

    private List<LinkId> queued() {
        return world.get(SyncRunRepository.class).unfinished().stream()
                .map(SyncRun::link)
                .toList();
    }

    private List<LinkId> after(Duration time) {
        clock.advance(time);
        world.get(SyncTick.class).comeRound();
        List<LinkId> queued = queued();
        world.work();
        return queued;
    }

    private void change(String project, long id) {
        RemoteWorkItem item = world.remote(project, id);
        organization.put(project, FakeOrganization.copy(item, item.rev() + 1).made());
    }

    private SyncSchedule schedule() {
        return world.get(SyncSchedule.class);
    }

    private SyncService service() {
        return world.get(SyncService.class);
    }

    private void stands(Link link, ProjectStatus status) {
        world.get(TransactionTemplate.class).executeWithoutResult(_ -> {
            ProjectRepository projects = world.get(ProjectRepository.class);
            Project project = projects.find(link.project()).orElseThrow();
            ProjectEdit edit = new ProjectEdit(
                    project.name(), project.description(), null, null, null, project.schedule(), status);
            projects.edit(project.id(), edit, project.version());
            world.publish(new ProjectStatusChanged(link.project(), status));
        });
    }

    @Test
    void aChosenZoneWinsOverTheConfiguredOneAndMovesCronExpressions() {
        schedule().choose(new Rhythm.Cron("0 6 * * *"));
        Instant before = schedule().timetable().next().orElseThrow();
        assertThat(before.atZone(schedule().configuredZone()).getHour()).isEqualTo(6);

        for (String zone : List.of("Pacific/Auckland", "America/New_York")) {
            schedule().chooseZone(ZoneId.of(zone));
            assertThat(service().zone()).isEqualTo(ZoneId.of(zone));
            Instant next = schedule().timetable().next().orElseThrow();
            assertThat(next.atZone(ZoneId.of(zone)).getHour()).as(zone).isEqualTo(6);
            assertThat(next).isNotEqualTo(before);
        }

        schedule().chooseZone(null);
        assertThat(schedule().chosenZone()).isEmpty();
        assertThat(schedule().timetable().next()).contains(before);
        database.jdbc()
                .sql("INSERT INTO sync_zone (only_row, zone) VALUES (1, 'Mars/Olympus')")
                .update();
        assertThat(service().zone()).isEqualTo(schedule().configuredZone());
    }

    @Test
    void theServersComesRoundEveryQuarterOfAnHourUnlessSomebodyChooses() {
        Link link = link(null);
        world.work();
        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(service().nextScheduled(link.id())).contains(START.plus(Duration.ofMinutes(15)));

        assertThat(after(Duration.ofMinutes(14))).isEmpty();
        assertThat(after(Duration.ofMinutes(1))).containsExactly(link.id());
        assertThat(after(Duration.ofMinutes(14))).isEmpty();
        assertThat(after(Duration.ofMinutes(1))).containsExactly(link.id());
    }

    @Test
    void aLinksOwnGoesBeforeItsConnectionsAndThatBeforeTheServers() {
        Link own = link(Duration.ofHours(1));
        Link inherits = link(null);
        world.work();
        after(Duration.ZERO);
        schedule().choose(EngineWorld.CONNECTION, Rhythm.every(Duration.ofMinutes(30)));

        assertThat(service().nextScheduled(List.of(own, inherits)))
                .isEqualTo(Map.of(
                        own.id(), START.plus(Duration.ofHours(1)), inherits.id(), START.plus(Duration.ofMinutes(30))));
        assertThat(after(Duration.ofMinutes(15))).as("the server's").isEmpty();
        assertThat(after(Duration.ofMinutes(15))).containsExactly(inherits.id());
        assertThat(after(Duration.ofMinutes(30))).containsExactlyInAnyOrder(own.id(), inherits.id());

        schedule().choose(EngineWorld.CONNECTION, Rhythm.OFF);
        assertThat(service().nextScheduled(inherits.id())).isEmpty();
        assertThat(after(Duration.ofHours(1))).containsExactly(own.id());

        schedule().choose(EngineWorld.CONNECTION, null);
        assertThat(after(Duration.ofMinutes(15))).containsExactly(inherits.id());
    }

    @Test
    void choosingMovesTheNextTimeAtOnce() {
        Link link = link(null);
        world.work();
        schedule().choose(Rhythm.every(Duration.ofHours(12)));
        assertThat(service().nextScheduled(link.id())).contains(START.plus(Duration.ofHours(12)));
        assertThat(after(Duration.ofHours(1))).isEmpty();

        schedule().choose(Rhythm.every(Duration.ofMinutes(5)));
        assertThat(after(Duration.ofMinutes(5))).containsExactly(link.id());

        schedule().choose(Rhythm.OFF);
        assertThat(service().nextScheduled()).isEmpty();
        assertThat(after(Duration.ofDays(3))).isEmpty();
    }

    @Test
    void goesByCronForServerConnectionAndLink() {
        schedule().choose(new Rhythm.Cron("0 6 * * *"));
        Link link = link(null);
        world.work();
        Instant six = new Rhythm.Cron("0 6 * * *").next(START, service().zone()).orElseThrow();
        assertThat(service().nextScheduled(link.id())).contains(six);

        clock.set(six.minusSeconds(1));
        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(Duration.ofSeconds(1))).containsExactly(link.id());
        assertThat(after(Duration.ofHours(23))).isEmpty();
    }

    @Test
    void whatCameRoundWhileNobodyWasThereIsDoneOnce() {
        Link link = link(null);
        world.work();
        after(Duration.ZERO);

        assertThat(after(Duration.ofDays(2))).containsExactly(link.id());
        assertThat(after(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void aConnectionThatGoesTakesItsRhythmAlong() {
        link(null);
        schedule().choose(EngineWorld.CONNECTION, Rhythm.OFF);

        world.get(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> world.publish(new ConnectionDeleting(EngineWorld.CONNECTION, DeletionMode.ERASE)));

        assertThat(world.jdbc()
                        .sql("SELECT COUNT(*) FROM sync_schedule WHERE scope = ?")
                        .param(EngineWorld.CONNECTION.value())
                        .query((rs, _) -> rs.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void aShorterTimeInTheConfigurationHoldsAtOnce() {
        UUID server = new UUID(0, 0);
        Timetable table = new Timetable(
                Map.of(server, new SyncSettingRepository.Scope(null, START.plus(Duration.ofHours(4)))),
                Rhythm.every(Duration.ofMinutes(5)),
                service().zone(),
                START);

        assertThat(table.next()).contains(START.plus(Duration.ofMinutes(5)));
    }

    @Nested
    class Inactive {

        @Test
        void areSkippedOnScheduleAndSyncedByHand() {
            Link resting = link(null);
            Link own = link(Duration.ofMinutes(5));
            Link active = link(null);
            world.work();
            after(Duration.ZERO);
            stands(resting, ON_HOLD);
            stands(own, ON_HOLD);

            assertThat(after(Duration.ofMinutes(15))).containsExactly(active.id());
            world.get(SyncTick.class).on(new ConnectionReady(EngineWorld.CONNECTION));
            assertThat(queued()).isEmpty();
            assertThat(service().nextScheduled(resting.id())).isEmpty();
            assertThat(service().nextScheduled(own.id())).isEmpty();

            service().syncNow(resting.project());
            assertThat(queued()).containsExactly(resting.id());

            world.work();
            stands(resting, ProjectStatus.START);
            assertThat(after(Duration.ofMinutes(15))).contains(resting.id());
        }

        @Test
        void areNotBroughtUpToDateAlongWithTheirNeighbours() {
            Link resting = world.link("Shop");
            organization.project("Bank", 10, 101, 1);
            Link active = world.link("Bank");
            world.work();
            world.follow(active);
            world.follow(resting);
            stands(resting, ON_HOLD);
            change("Shop", 1);
            change("Bank", 101);

            world.follow(active);
            assertThat(world.differences(active, "Bank")).isEmpty();
            assertThat(world.differences(resting, "Shop")).containsOnlyKeys(1L);

            world.sync(resting);
            assertThat(world.differences(resting, "Shop")).isEmpty();

            change("Shop", 2);
            world.follow(active);
            assertThat(world.differences(resting, "Shop"))
                    .as("still inactive after a sync by hand")
                    .containsOnlyKeys(2L);
            stands(resting, ProjectStatus.START);
            world.follow(resting);
            assertThat(world.differences(resting, "Shop")).isEmpty();
        }
    }
}
