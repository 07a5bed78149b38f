package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.UnlinkMode;
import tallyfold.project.internal.Unlinking;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.sync.SyncTrigger;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkRhythmTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final FakeOrganization organization = new FakeOrganization();
    private final MutableClock clock = new MutableClock(START);
    private final Databases database;
    private final EngineWorld world;
    private int made;

    LinkRhythmTest(Databases.Kind kind) {
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

    private void after(Duration time) {
        clock.advance(time);
        world.get(SyncTick.class).scheduleOwn();
    }

    private SyncService service() {
        return world.get(SyncService.class);
    }

    @Test
    void theScheduleOfTheServerLeavesLinksWithTheirOwnAlone() {
        Link inherits = link(null);
        link(Duration.ofHours(1));
        link(Duration.ZERO);
        world.work();

        world.get(SyncTick.class).schedule();

        assertThat(queued()).containsExactly(inherits.id());
    }

    @Test
    void aLinkWithItsOwnComesRoundWhenItsTimeHasPassed() {
        link(null);
        Link hourly = link(Duration.ofHours(1));
        link(Duration.ZERO);
        world.work();

        after(Duration.ofMinutes(59));
        assertThat(queued()).isEmpty();
        after(Duration.ofMinutes(1));
        assertThat(queued()).containsExactly(hourly.id());
        assertThat(world.latest(hourly).trigger()).isEqualTo(SyncTrigger.SCHEDULE);
        after(Duration.ofHours(2));
        assertThat(queued()).as("not twice").containsExactly(hourly.id());
        world.work();
        assertThat(service().nextScheduled(hourly.id())).contains(START.plus(Duration.ofHours(3)));
    }

    @Test
    void syncingByHandMovesTheNextTime() {
        Link hourly = link(Duration.ofHours(1));
        world.work();
        clock.advance(Duration.ofMinutes(30));

        service().syncLink(hourly.id());
        assertThat(world.latest(hourly).trigger()).isEqualTo(SyncTrigger.MANUAL);
        world.work();

        after(Duration.ofMinutes(59));
        assertThat(queued()).isEmpty();
        assertThat(service().nextScheduled(hourly.id())).contains(START.plus(Duration.ofMinutes(90)));
    }

    @Test
    void tellsNoTimeForWhatIsOffOrACopyOrGone() {
        Link off = link(Duration.ZERO);
        Link copy = link(Duration.ofHours(1));
        world.work();
        world.get(Unlinking.class).unlink(copy.id(), UnlinkMode.KEEP_READ_ONLY);
        Link gone = link(Duration.ofHours(1));
        world.get(Unlinking.class).unlink(gone.id(), UnlinkMode.REMOVE);

        assertThat(service().nextScheduled(off.id())).isEmpty();
        assertThat(service().nextScheduled(copy.id())).isEmpty();
        assertThat(service().nextScheduled(gone.id())).isEmpty();
        service().syncLink(copy.id());
        service().syncLink(gone.id());
        after(Duration.ofDays(2));
        assertThat(queued()).isEmpty();
    }

    @Test
    void tellsNoTimeThatHasPassed() {
        Link hourly = link(Duration.ofHours(1));
        world.work();
        clock.advance(Duration.ofHours(5));

        assertThat(service().nextScheduled(hourly.id())).contains(clock.instant());
    }

    @Test
    void aRefusedTokenWaitsForTheConnection() {
        Link hourly = link(Duration.ofHours(1));
        organization.beforeStructure = _ -> {
            throw FakeOrganization.refusal(new ProviderFailure.TokenRejected(Rejection.EXPIRED));
        };
        world.work();
        assertThat(world.latest(hourly).failureCode()).isEqualTo("TOKEN_REJECTED.EXPIRED");

        after(Duration.ofHours(2));

        assertThat(queued()).isEmpty();
    }
}
