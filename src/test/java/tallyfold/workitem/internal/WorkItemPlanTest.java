package tallyfold.workitem.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.PageQuery;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.RemoteField;
import tallyfold.support.Databases;
import tallyfold.support.PostgresPlans;
import tallyfold.workitem.ColumnValue;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldRule;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemSeed;
import tallyfold.workitem.WorkItemTrait;

/** How H2 and PostgreSQL find the lines of a project among the items of others. */
@SuppressWarnings("NullAway")
class WorkItemPlanTest {

    /** The key of a project's lines begins with the project. */
    private static final String BY_PROJECT = "LINK_ITEM\" \"LI\"\\s+/\\* PUBLIC\\.PRIMARY_KEY_\\w+: PROJECT_ID = \\?1";

    private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());
    private static Databases database;
    private static ReadingScope scope;

    @BeforeAll
    static void fill() {
        database = Databases.fresh(Databases.Kind.H2);
        WorkItemSeed seed = new WorkItemSeed(database.jdbc());
        ProjectId project = seed.project("Shop");
        LinkId link = seed.link(project, CONNECTION, "Shop", "Agile");
        LinkId other = seed.link(seed.project("Other"), CONNECTION, "Other", "Agile");
        for (long id = 1; id <= 400; id++) {
            seed.item(id % 4 == 0 ? link : other, CONNECTION, id, _ -> {});
        }
        database.jdbc().sql("ANALYZE").update();
        scope = new ReadingScope(project, false, "", List.of(), List.of(), LocalDate.of(2026, 11, 23), List.of())
                .with(List.of(
                        column("Team", List.of(new FieldRule("a", "b"))),
                        column("Team", List.of()),
                        column("Risk", List.of())));
    }

    private static FieldMappingRepository.Kept column(String name, List<FieldRule> rules) {
        return new FieldMappingRepository.Kept(
                "fabrikam",
                new FieldMapping(
                        UUID.randomUUID(),
                        "Agile",
                        "Bug",
                        new RemoteField("Custom." + name, name, RemoteField.Type.TEXT),
                        FieldTarget.COLUMN,
                        name,
                        rules,
                        false,
                        0));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static String plan(FilterSql sql, String order) {
        return database.jdbc()
                .sql("EXPLAIN " + WorkItemListRepository.keysSql(sql, order))
                .params(sql.parameters())
                .query((row, _) -> row.getString(1))
                .single();
    }

    @ParameterizedTest
    @EnumSource(value = WorkItemColumn.class, mode = EnumSource.Mode.EXCLUDE, names = "TAGS")
    void findsThePageOfEverySortByIndex(WorkItemColumn column) {
        for (boolean ascending : List.of(true, false)) {
            List<PageQuery.Sort> sort = List.of(new PageQuery.Sort(column.key(), ascending));
            String plan = plan(FilterSql.matching(scope, WorkItemFilter.NONE), OrderSql.by(sort, OrderSql.byKey()));
            assertThat(plan).containsPattern(BY_PROJECT).doesNotContainIgnoringCase("tableScan");
        }
    }

    @Test
    void takesTheOwnOrderFromTheIndexWithoutSorting() {
        String plan = plan(FilterSql.matching(scope, WorkItemFilter.NONE), OrderSql.by(List.of(), OrderSql.byKey()));

        assertThat(plan).contains("index sorted");
    }

    @Test
    void findsFilteredItemsByIndex() {
        WorkItemFilter filter = new WorkItemFilter(
                "item",
                List.of("Bug"),
                List.of("New"),
                WorkItemFilter.OPEN,
                List.of("anna", WorkItemFilter.UNASSIGNED),
                List.of("Shop", "Shop" + WorkItemFilter.BELOW),
                List.of("Shop"),
                List.of("api"),
                true,
                true,
                EnumSet.allOf(WorkItemTrait.class),
                List.of(new ColumnValue("Team", "b"), new ColumnValue("Risk", "High")));
        FilterSql sql = FilterSql.matching(scope, filter);
        assertThat(plan(sql, OrderSql.by(List.of(), OrderSql.byKey())))
                .containsPattern(BY_PROJECT)
                .doesNotContainIgnoringCase("tableScan");
        try (PostgresPlans plans = new PostgresPlans()) {
            for (WorkItemColumn column : EnumSet.complementOf(EnumSet.of(WorkItemColumn.TAGS))) {
                List<PageQuery.Sort> sort = List.of(new PageQuery.Sort(column.key(), true));
                plans.assertByIndex(WorkItemListRepository.keysSql(sql, OrderSql.by(sort, OrderSql.byKey())));
            }
        }
    }

    @Test
    void beginsWithTheNumbersWhenTheyAreKnown() {
        List<WorkItemKey> keys = new ArrayList<>(List.of(new WorkItemKey(CONNECTION, 4)));
        FilterSql sql = FilterSql.numbered(scope, keys);
        String plan = database.jdbc()
                .sql("EXPLAIN SELECT w.remote_id " + sql.from() + sql.where())
                .params(sql.parameters())
                .query((row, _) -> row.getString(1))
                .single();

        assertThat(plan.indexOf("UNNEST")).isLessThan(plan.indexOf("LINK_ITEM"));
        assertThat(plan).contains("REMOTE_ID = U.ID").doesNotContain("LINK_ITEM.tableScan");
    }
}
