package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simulator.azuredevops.ExpiredAnswer;
import simulator.azuredevops.FaultRule;
import simulator.azuredevops.Fields;
import simulator.azuredevops.TokenSpec;
import tallyfold.azuredevops.Fixture;
import tallyfold.project.Link;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;

/**
 * What becomes of a first load and of a run from the feed when something goes wrong in the middle of them: nothing lost,
 * nothing twice, nothing older over newer, the end explained, and the next run equal to the truth.
 */
class FaultsDuringSyncTest {

    private static final String BATCH = "workitemsbatch";
    /** Of a project of usual size: for a handful of requests the five that it takes to notice an outage are much. */
    private static final int ITEMS = 3_000;

    private static final String FEED = "reporting/workitemrevisions";

    private final FaultyWorld world = new FaultyWorld(Databases.Kind.H2);

    @AfterEach
    void close() {
        world.close();
    }

    private FaultRule on(String path) {
        return world.simulator.faults().on(path).after(1);
    }

    private void assertEnd(Fault fault, SyncRun run) {
        if (fault.failures().isEmpty()) {
            assertThat(run.status())
                    .as("%s", run.failureCode())
                    .isIn(SyncRunStatus.SUCCEEDED, SyncRunStatus.FINISHED_WITH_WARNINGS);
        } else {
            assertThat(run.status()).isEqualTo(SyncRunStatus.FAILED);
            assertThat(run.failureCode()).isIn(fault.failures());
        }
    }

    private Link loaded() {
        Link link = world.link(1);
        assertThat(world.work(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        world.organization.reportingScan(100);
        return link;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void survivesInTheMiddleOfAFirstLoad(Fault fault) {
        Link link = world.link(1);
        FaultRule rule = on(BATCH);
        fault.inject(rule, world.clock);

        SyncRun run = world.work(link);

        assertThat(rule.applied()).isPositive();
        assertEnd(fault, run);
        if (fault.failures().isEmpty()) {
            assertThat(world.engine.shown(link.id())).isEqualTo(world.truth(link));
        }
        world.assertRecovers(link);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void survivesInTheMiddleOfAFeedRun(Fault fault) {
        Link link = loaded();
        world.change(link, 250);
        FaultRule rule = on(FEED);
        fault.inject(rule, world.clock);

        SyncRun run = world.sync(link);

        assertThat(rule.applied()).isPositive();
        assertEnd(fault, run);
        if (fault.failures().isEmpty()) {
            assertThat(world.engine.shown(link.id())).isEqualTo(world.truth(link));
        }
        world.assertRecovers(link);
    }

    @Test
    void survivesEveryAnswerOfTheCorpusInTheMiddleOfAFirstLoad() {
        int tried = 0;
        for (List<String> row : Fixture.rows("answers.tsv")) {
            Link link = world.linkNew(210);
            FaultRule rule = on(BATCH);
            Corpus.inject(rule, row);
            SyncRun run = world.work(link);
            assertThat(rule.applied()).as("%s", row).isPositive();
            if (row.get(3).equals("WORK") && !row.get(4).equals("OK") && run.status() == SyncRunStatus.FAILED) {
                assertThat(run.failureCode())
                        .as("%s", row)
                        .isIn(row.get(4), "UNREACHABLE.CIRCUIT_OPEN", "SCOPE_MISSING");
            }
            world.assertRecovers(link);
            tried++;
        }
        System.out.println(
                "answers of the API in the middle of a first load: " + tried + " tried, " + tried + " passed");
    }

    @Test
    void survivesEveryAnswerOfTheCorpusInTheMiddleOfAFeedRun() {
        Link link = loaded();
        int tried = 0;
        for (List<String> row : Fixture.rows("answers.tsv")) {
            world.change(link, 110);
            FaultRule rule = on(FEED);
            Corpus.inject(rule, row);
            world.sync(link);
            assertThat(rule.applied()).as("%s", row).isPositive();
            world.assertRecovers(link);
            tried++;
        }
        System.out.println("answers of the API in the middle of a feed run: " + tried + " tried, " + tried + " passed");
    }

    @Test
    void survivesAnAnswerOfTooManyRequestsAtEveryTenth() {
        FaultRule rule = world.simulator.faults().onAny().every(10);
        rule.throttled("5");
        Link first = world.link(1);
        Link second = world.link(2);

        assertThat(world.work(first).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.engine.latest(second).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        world.organization.reportingScan(20);
        world.change(first, 200);
        assertThat(world.sync(first).status()).isEqualTo(SyncRunStatus.SUCCEEDED);

        assertThat(rule.applied()).isGreaterThan(2);
        assertThat(world.engine.latest(first).waited()).isPositive();
        assertThat(world.engine.shown(first.id())).isEqualTo(world.truth(first));
        assertThat(world.engine.shown(second.id())).isEqualTo(world.truth(second));
        world.assertRecovers(first);
    }

    @Test
    void endsAtOnceWhenAskedToWaitAbsurdlyLongAndSaysHowLong() {
        Link link = world.link(1);
        on(BATCH).times(1).throttled("999999999");
        var start = world.clock.instant();

        SyncRun run = world.work(link);

        assertThat(run.failureCode()).isEqualTo("THROTTLED");
        assertThat(run.failureDetail()).isEqualTo("900");
        assertThat(Duration.between(start, world.clock.instant())).isLessThan(Duration.ofMinutes(1));
        world.assertRecovers(link);
    }

    @Test
    void survivesATokenThatExpiresInTheMiddle() {
        for (ExpiredAnswer answer : ExpiredAnswer.values()) {
            Link link = world.linkNew(210);
            world.token(TokenSpec.reading(world.organization.owner())
                    .expiring(world.clock.instant().plusSeconds(3600), answer));
            on(BATCH).times(1).whenAsked(() -> world.clock.advance(Duration.ofHours(2)));

            SyncRun run = world.work(link);

            assertThat(run.failureCode()).as("%s", answer).startsWith("TOKEN_REJECTED");
            world.token(TokenSpec.reading(world.organization.owner()));
            world.assertRecovers(link);
        }
    }

    @Test
    void survivesAProjectThatIsDeletedInTheMiddleAndComesBack() {
        Link link = world.link(1);
        on(BATCH)
                .times(1)
                .whenAsked(() ->
                        world.organization.deleteProject(world.source(link).id()));
        world.work(link);
        world.simulator.faults().clear();
        SyncRun without = world.sync(link);
        assertThat(without.failureCode()).startsWith("NOT_FOUND");

        world.organization.restoreProject(world.source(link).id());
        world.assertRecovers(link);
    }

    @Test
    void survivesABatchThatIsAnsweredWithTheOneBefore() {
        Link link = world.link(1);
        on(BATCH).repeatPage();

        world.work(link);

        world.assertRecovers(link);
    }

    @Test
    void survivesAFeedThatRepeatsAPage() {
        Link link = loaded();
        world.change(link, 250);
        world.simulator.faults().on(FEED).repeatPage();

        world.sync(link);

        world.assertRecovers(link);
    }

    @Test
    void survivesAFeedThatNeverEnds() {
        Link link = loaded();
        world.change(link, 10);
        AtomicInteger page = new AtomicInteger();
        world.simulator
                .faults()
                .on(FEED)
                .transform(answer -> answer.withBody(answer.bodyText()
                        .replace("\"isLastBatch\":true", "\"isLastBatch\":false")
                        .replaceAll(
                                "\"continuationToken\":\"([^\"]*)\"",
                                "\"continuationToken\":\"$1-" + page.incrementAndGet() + "\"")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        world.sync(link);

        assertThat(page.get()).isLessThanOrEqualTo(2 * FeedReader.MOST_PAGES);
        world.assertRecovers(link);
    }

    @Test
    void survivesAFeedThatJumpsBack() {
        Link link = loaded();
        String start = world.engine
                .get(ChangeFeedRepository.class)
                .find(EngineWorld.CONNECTION)
                .orElseThrow()
                .revisionCursor();
        world.change(link, 250);
        on(FEED).times(1).replace("\"continuationToken\":\"[^\"]*\"", "\"continuationToken\":\"" + start + "\"");

        world.sync(link);

        world.assertRecovers(link);
    }

    @Test
    void losesNoItemThatABatchKeepsSilentAboutInAFeedRun() {
        Link link = loaded();
        List<Long> ids = List.copyOf(world.truth(link).keySet());
        for (int i = 0; i < 20; i++) {
            // The second revision without a parent: the feed does not tell whether there is one.
            long made = world.organization.createItem(
                    world.source(link).id(), "User Story", Map.of(Fields.TITLE, "New " + i));
            world.organization.update(made, Map.of(Fields.TITLE, "Renamed " + i));
        }
        FaultRule rule = world.simulator.faults().on(BATCH);
        rule.answer(200, Map.of(), "{\"count\":0,\"value\":[]}");

        world.sync(link);

        assertThat(rule.applied()).isPositive();
        assertThat(world.engine.shown(link.id())).containsKeys(ids.toArray(Long[]::new));
        world.assertRecovers(link);
    }

    @Test
    void losesNoItemThatABatchKeepsSilentAboutWhenAllIsCompared() {
        Link link = loaded();
        List<Long> ids = List.copyOf(world.truth(link).keySet());
        world.simulator.faults().on("_apis/wit/wiql").answer(200, Map.of(), "{\"workItems\":[]}");
        world.simulator.faults().on(BATCH).answer(200, Map.of(), "{\"count\":0,\"value\":[]}");

        world.engine.compare(link);

        assertThat(world.engine.shown(link.id())).hasSameSizeAs(ids);
        world.assertRecovers(link);
    }

    @Test
    void sendsNoMoreInATenMinuteOutageThanInTenHealthyMinutes() {
        long usual;
        try (FaultyWorld healthy = new FaultyWorld(Databases.Kind.H2)) {
            healthy.work(healthy.link(1));
            usual = tenMinutes(healthy, healthy.linkNew(ITEMS));
        }
        Link loaded = world.link(1);
        world.work(loaded);
        Link link = world.linkNew(ITEMS);
        FaultRule outage = world.simulator.faults().onAny().after(10);
        outage.answer(503);

        long sent = tenMinutes(world, link);

        assertThat(outage.applied()).isPositive();
        assertThat(sent).isLessThanOrEqualTo(usual * 110 / 100);
        System.out.println("ten minutes of outage: " + sent + " requests, healthy ones have " + usual);
        world.assertRecovers(link);
        world.assertRecovers(loaded);
    }

    /** Ten minutes in which a project waits for its first load and the schedule comes round twice; gives the requests. */
    private static long tenMinutes(FaultyWorld world, Link link) {
        long before = world.simulator.requests().count();
        for (int minute = 0; minute < 10; minute++) {
            world.engine.get(SyncTick.class).mend();
            world.engine.get(SyncTick.class).scheduleOwn();
            if (minute % 5 == 4) {
                world.engine.get(SyncTick.class).schedule();
            }
            world.work(link);
            world.clock.advance(Duration.ofMinutes(1));
        }
        return world.simulator.requests().count() - before;
    }
}
