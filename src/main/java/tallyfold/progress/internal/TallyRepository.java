package tallyfold.progress.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.progress.internal.Tally.Kind;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;

/** The tables of what was found when items were last looked through. */
@Repository
class TallyRepository {

    /**
     * What lists show of a project.
     *
     * @param version of the items it was made of
     * @param day it was made on
     * @param past null without a day to compare with
     */
    record Kept(
            String version,
            LocalDate day,
            Instant made,
            Tally.Work work,
            @Nullable Past past) {}

    /** How far a project was on a day. */
    record Past(LocalDate day, long items, long weightSum) {}

    private static final String COLUMNS =
            "project_id, version, on_day, made_at, late, leaves, start_date, due_date, effort,"
                    + " completed, remaining, story_points, odd_estimates, past_day, past_items, past_weight_sum";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    TallyRepository(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    Map<ProjectId, Kept> kept(Collection<ProjectId> projects) {
        Map<ProjectId, Kept> kept = new HashMap<>();
        if (!projects.isEmpty()) {
            jdbc.sql("SELECT " + COLUMNS + " FROM project_tally WHERE project_id IN (:projects)")
                    .param("projects", values(projects))
                    .query(row -> {
                        kept.put(new ProjectId(row.getObject("project_id", UUID.class)), kept(row));
                    });
        }
        return kept;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        LocalDate past = row.getObject("past_day", LocalDate.class);
        return new Kept(
                row.getString("version"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new Tally.Work(
                        row.getLong("late"),
                        row.getLong("leaves"),
                        row.getObject("start_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        row.getDouble("effort"),
                        row.getDouble("completed"),
                        row.getDouble("remaining"),
                        row.getDouble("story_points"),
                        row.getLong("odd_estimates")),
                past == null ? null : new Past(past, row.getLong("past_items"), row.getLong("past_weight_sum")));
    }

    Map<ProjectId, Map<Kind, Long>> leaves(Collection<ProjectId> projects) {
        Map<ProjectId, Map<Kind, Long>> leaves = new HashMap<>();
        if (!projects.isEmpty()) {
            jdbc.sql("SELECT project_id, link_id, type, state, state_category, items FROM leaf_count"
                            + " WHERE project_id IN (:projects)")
                    .param("projects", values(projects))
                    .query(row -> {
                        leaves.computeIfAbsent(new ProjectId(row.getObject(1, UUID.class)), _ -> new HashMap<>())
                                .put(
                                        new Kind(
                                                new LinkId(row.getObject(2, UUID.class)),
                                                row.getString(3),
                                                row.getString(4),
                                                StateCategory.valueOf(row.getString(5))),
                                        row.getLong(6));
                    });
        }
        return leaves;
    }

    /** When open epics are due, earliest first. */
    Map<ProjectId, List<LocalDate>> epicsDue(Collection<ProjectId> projects) {
        Map<ProjectId, List<LocalDate>> due = new HashMap<>();
        if (!projects.isEmpty()) {
            jdbc.sql("SELECT project_id, due_date FROM epic_due WHERE project_id IN (:projects)"
                            + " ORDER BY project_id, position")
                    .param("projects", values(projects))
                    .query(row -> {
                        due.computeIfAbsent(new ProjectId(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
                                .add(row.getObject(2, LocalDate.class));
                    });
        }
        return due;
    }

    /** A part of what single tabs show; empty when it was never kept. */
    <T extends Record> Optional<T> part(ProjectId project, Class<T> type) {
        List<String> pieces = jdbc.sql(
                        "SELECT content FROM project_tally_part WHERE project_id = ? AND kind = ? ORDER BY part")
                .param(project.value())
                .param(type.getSimpleName())
                .query((row, _) -> row.getString(1))
                .list();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(TallyCodec.read(pieces, type));
    }

    /** Waits for whoever else writes of the project; false when it is not there any more. */
    boolean lock(ProjectId project) {
        return jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(project.value())
                .query((row, _) -> row.getString(1))
                .optional()
                .isPresent();
    }

    /** In place of what was kept before. */
    void keep(ProjectId project, Kept kept, Tally tally) {
        forget(project);
        Tally.Work work = kept.work();
        Past past = kept.past();
        jdbc.sql("INSERT INTO project_tally (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(project.value())
                .param(kept.version())
                .param(kept.day())
                .param(kept.made().atOffset(ZoneOffset.UTC))
                .param(work.late())
                .param(work.leaves())
                .param(work.start())
                .param(work.due())
                .param(work.effort())
                .param(work.completed())
                .param(work.remaining())
                .param(work.storyPoints())
                .param(work.oddEstimates())
                .param(past == null ? null : past.day())
                .param(past == null ? 0 : past.items())
                .param(past == null ? 0 : past.weightSum())
                .update();
        List<Object[]> leaves = new ArrayList<>();
        tally.leaves()
                .forEach((kind, items) -> leaves.add(new Object[] {
                    project.value(),
                    kind.link().value(),
                    kind.type(),
                    kind.state(),
                    kind.category().name(),
                    items
                }));
        batches.batchUpdate(
                "INSERT INTO leaf_count (project_id, link_id, type, state, state_category, items)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                leaves);
        keepEpics(project, tally.epicsDue());
        List.of(tally.iterations(), tally.people(), tally.schedule(), tally.late())
                .forEach(part -> keep(project, part));
    }

    private void keepEpics(ProjectId project, List<LocalDate> due) {
        List<Object[]> rows = new ArrayList<>();
        due.forEach(day -> rows.add(new Object[] {project.value(), rows.size(), day}));
        batches.batchUpdate("INSERT INTO epic_due (project_id, position, due_date) VALUES (?, ?, ?)", rows);
    }

    private void keep(ProjectId project, Record part) {
        List<Object[]> rows = new ArrayList<>();
        for (String piece : TallyCodec.write(part)) {
            rows.add(new Object[] {project.value(), part.getClass().getSimpleName(), rows.size(), piece});
        }
        batches.batchUpdate(
                "INSERT INTO project_tally_part (project_id, kind, part, content) VALUES (?, ?, ?, ?)", rows);
    }

    private void forget(ProjectId project) {
        for (String table : List.of("project_tally", "leaf_count", "project_tally_part", "epic_due")) {
            jdbc.sql("DELETE FROM " + table + " WHERE project_id = ?")
                    .param(project.value())
                    .update();
        }
    }

    private static List<UUID> values(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toList();
    }
}
