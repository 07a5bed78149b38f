package benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.kernel.PageQuery;
import tallyfold.project.ProjectId;
import tallyfold.support.Databases;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemReadings;
import tallyfold.workitem.WorkItemService;

/** Pages of a large project in every order. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class GridBenchmark {

    private static final int ITEMS = Integer.getInteger("tallyfold.benchmark.items", 100_000);
    private static final int PAGE = 50;
    private static final int PAGES = 20;

    @TempDir
    Path folder;

    private Databases database(Databases.Kind kind) {
        return kind == Databases.Kind.H2 ? Databases.inFile(folder.resolve("grid")) : Databases.fresh(kind);
    }

    @ParameterizedTest
    @EnumSource(Databases.Kind.class)
    void pagesInEveryOrder(Databases.Kind kind) {
        try (Databases database = database(kind)) {
            ProjectId project = new FilledProjects(database).fill(1, ITEMS).getFirst();
            Random random = new Random(1);
            List<Double> all = new ArrayList<>();
            List<Double> firsts = new ArrayList<>();
            List<PageQuery.Sort> orders = new ArrayList<>();
            for (WorkItemColumn column : WorkItemColumn.values()) {
                if (column.sortable()) {
                    orders.add(new PageQuery.Sort(column.key(), true));
                    orders.add(new PageQuery.Sort(column.key(), false));
                }
            }
            for (int round = 0; round < 2; round++) {
                WorkItemService service = WorkItemReadings.service(database.jdbc(), Clock.systemUTC());
                all.clear();
                firsts.clear();
                for (PageQuery.Sort order : orders) {
                    for (int page = 0; page < PAGES; page++) {
                        int offset = page == 0 ? 0 : random.nextInt(ITEMS - PAGE);
                        PageQuery query = new PageQuery(offset, PAGE, List.of(order));
                        double took = milliseconds(() -> service.rows(project, WorkItemFilter.NONE, query), PAGE);
                        (page == 0 ? firsts : all).add(took);
                    }
                }
            }
            all.addAll(firsts);
            String about = "page of " + PAGE + " of " + ITEMS + " items, " + orders.size() + " orders, " + kind;
            Report.atMost(about + ", median", at(all, 0.5), kind == Databases.Kind.H2 ? 10 : 50, " ms");
            Report.note(
                    "first page of an order, " + kind,
                    String.format(Locale.ROOT, "median %.0f ms, worst %.0f ms", at(firsts, 0.5), at(firsts, 1)));
        }
    }

    private static double milliseconds(Supplier<List<?>> work, int expected) {
        long began = System.nanoTime();
        List<?> answer = work.get();
        double took = Duration.ofNanos(System.nanoTime() - began).toNanos() / 1e6;
        assertThat(answer).hasSize(expected);
        return took;
    }

    private static double at(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
