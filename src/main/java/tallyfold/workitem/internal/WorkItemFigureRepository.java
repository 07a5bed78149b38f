package tallyfold.workitem.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.WorkItemFilter;

/** Reads the figures of projects. */
@Repository
public class WorkItemFigureRepository {

    private final JdbcClient jdbc;

    WorkItemFigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many items of one type and meaning a link shows. An item two links of a project share is counted for both;
     * {@code shared} says how many of them the project counts through another link.
     */
    public record TypeCount(
            ProjectId project,
            LinkId link,
            @Nullable String processBase,
            String type,
            StateCategory category,
            long count,
            long shared) {}

    /** Days between which the work of a project lies. */
    public record Span(@Nullable LocalDate start, @Nullable LocalDate finish) {}

    /** The counts of many projects in one query, as they are kept. The process is the link's own word on how its items count. */
    public List<TypeCount> counts(Collection<ProjectId> projects) {
        Map<UUID, String> processes = new HashMap<>();
        List<UUID> ids = projects.stream().map(ProjectId::value).toList();
        jdbc.sql("SELECT id, process_base FROM link WHERE project_id IN (:projects)")
                .param("projects", ids)
                .query(row -> {
                    processes.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return jdbc.sql("""
                        SELECT project_id, link_id, type, state_category, items, shared
                        FROM item_count
                        WHERE project_id IN (:projects) AND items > 0
                        """)
                .param("projects", ids)
                .query((row, _) -> new TypeCount(
                        new ProjectId(row.getObject(1, UUID.class)),
                        new LinkId(row.getObject(2, UUID.class)),
                        processes.get(row.getObject(2, UUID.class)),
                        row.getString(3),
                        StateCategory.valueOf(row.getString(4)),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** A link with the process its items count by; null before its first load. */
    public record LinkProcess(LinkId link, @Nullable String processBase) {}

    /** The links of a project, oldest first. */
    public List<LinkProcess> links(ProjectId project) {
        return jdbc.sql("SELECT id, process_base FROM link WHERE project_id = ? ORDER BY created_at, id")
                .param(project.value())
                .query((row, _) ->
                        new LinkProcess(new LinkId(row.getObject("id", UUID.class)), row.getString("process_base")))
                .list();
    }

    /** From the earliest to the latest day of the items that are not removed and of the iterations. */
    public Span span(ReadingScope scope) {
        FilterSql items = FilterSql.matching(scope, WorkItemFilter.NONE);
        items.also("w.state_category <> 'REMOVED'");
        Span ofItems = jdbc.sql("""
                        SELECT MIN(w.start_date) AS first_day, MAX(COALESCE(w.due_date, w.target_date)) AS last_day
                        """ + items.from() + items.where())
                .params(items.parameters())
                .query((row, _) -> new Span(day(row, "first_day"), day(row, "last_day")))
                .single();
        Span ofIterations = jdbc.sql("""
                        SELECT MIN(i.start_date) AS first_day, MAX(i.finish_date) AS last_day
                        FROM iteration i JOIN link k ON k.id = i.link_id WHERE k.project_id = :project
                        """)
                .param("project", scope.project().value())
                .query((row, _) -> new Span(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .single();
        return new Span(
                Stream.of(ofItems, ofIterations)
                        .map(Span::start)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                Stream.of(ofItems, ofIterations)
                        .map(Span::finish)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null));
    }

    public long people(ReadingScope scope) {
        FilterSql items = FilterSql.matching(scope, WorkItemFilter.NONE);
        return jdbc.sql("SELECT COUNT(DISTINCT w.assignee_key)\n" + items.from() + items.where())
                .params(items.parameters())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    public long iterations(ReadingScope scope) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM iteration i JOIN link k ON k.id = i.link_id WHERE k.project_id = :project")
                .param("project", scope.project().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : LocalDate.ofInstant(stored.toInstant(), ZoneOffset.UTC);
    }
}
