package benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProgressWorld;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.workitem.WorkItemSeed;

/** What figures cost: a look through a large project, each tab after it, and a list of a hundred projects. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ProgressBenchmark {

    private static final int ITEMS = Integer.getInteger("tallyfold.benchmark.items", 100_000);
    private static final int PROJECTS = 100;

    @TempDir
    Path folder;

    private Databases database(Databases.Kind kind) {
        return kind == Databases.Kind.H2 ? Databases.inFile(folder.resolve("progress")) : Databases.fresh(kind);
    }

    @ParameterizedTest
    @EnumSource(Databases.Kind.class)
    void tabsOfALargeProject(Databases.Kind kind) {
        try (Databases database = database(kind);
                ProgressWorld world = new ProgressWorld(database, new MutableClock())) {
            ProjectId project = new FilledProjects(database).fill(1, ITEMS).getFirst();
            WorkItemSeed seed = new WorkItemSeed(database.jdbc());
            LinkId link = new LinkId(database.jdbc()
                    .sql("SELECT id FROM link")
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .single());
            seed.type(link, "Feature", "773B93", "icon_trophy", "FEATURE");
            for (int i = 0; i < 30; i++) {
                LocalDate start = LocalDate.of(2026, 1, 5).plusWeeks(2L * i);
                seed.iteration(link, "Shop\\Sprint " + i, start, start.plusDays(11));
            }
            // Nearly everybody is somebody else: as many people as there can be.
            database.jdbc()
                    .sql("UPDATE work_item SET assignee_key = 'p' || CAST(MOD(remote_id, 10000) AS VARCHAR)"
                            + " WHERE assignee_key IS NOT NULL")
                    .update();
            ProgressService service = world.service();
            String about = " of " + ITEMS + " items, " + kind;
            Report.atMost(
                    "look through a project" + about,
                    median(9, () -> {
                        seed.changed(link);
                        service.figures(project);
                    }),
                    1_000,
                    " ms");
            Report.atMost("Summary" + about, median(9, () -> service.figures(project)), 50, " ms");
            Report.atMost("Iterations" + about, median(9, () -> service.iterations(project)), 50, " ms");
            Report.atMost("Team of 10000 people" + about, median(9, () -> service.people(project)), 200, " ms");
            Report.atMost("Schedule" + about, median(9, () -> service.schedule(project)), 200, " ms");
        }
    }

    /** What the list of projects and a portfolio ask for. */
    @Test
    void figuresOfAPortfolio() {
        for (int each : new int[] {ITEMS / PROJECTS, ITEMS / 10}) {
            try (Databases database = Databases.inFile(folder.resolve("portfolio-" + each));
                    ProgressWorld world = new ProgressWorld(database, new MutableClock())) {
                List<ProjectId> projects = new FilledProjects(database).fill(PROJECTS, each);
                projects.forEach(world.service()::figures);
                Report.atMost(
                        "figures of " + PROJECTS + " projects with " + each + " items each",
                        median(
                                51,
                                () -> assertThat(world.service().figures(projects))
                                        .hasSize(PROJECTS)),
                        5,
                        " ms");
            }
        }
    }

    private static double median(int times, Runnable work) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            work.run();
            took.add((System.nanoTime() - began) / 1e6);
        }
        Collections.sort(took);
        return took.get(times / 2);
    }
}
