package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.progress.ProgressDay;
import tallyfold.progress.Share;
import tallyfold.progress.internal.TallyRepository.Past;
import tallyfold.project.ProjectId;

/** The table of how far projects were on each day. */
@Repository
class ProjectDayRepository {

    private static final String SELECT = "SELECT on_day, items, weight_sum FROM project_day WHERE project_id = ?";

    private final JdbcClient jdbc;

    ProjectDayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says how far a project is on a day, in place of what was said of it earlier on the same day. */
    void keep(ProjectId project, LocalDate day, Share share) {
        jdbc.sql("DELETE FROM project_day WHERE project_id = ? AND on_day = ?")
                .param(project.value())
                .param(day)
                .update();
        jdbc.sql("INSERT INTO project_day (project_id, on_day, items, closed, weight_sum) VALUES (?, ?, ?, ?, ?)")
                .param(project.value())
                .param(day)
                .param(share.items())
                .param(share.closed())
                .param(share.weightSum())
                .update();
    }

    /** The last kept day up to the one given, else the first one kept; always before the day {@code before}. */
    Optional<Past> comparedWith(ProjectId project, LocalDate upTo, LocalDate before) {
        return one(SELECT + " AND on_day <= ? ORDER BY on_day DESC FETCH FIRST 1 ROW ONLY", project, upTo)
                .or(() -> one(SELECT + " AND on_day < ? ORDER BY on_day FETCH FIRST 1 ROW ONLY", project, before));
    }

    /** From the first day up to the one before the last, oldest first. */
    List<ProgressDay> between(ProjectId project, LocalDate first, LocalDate before) {
        return jdbc.sql("SELECT on_day, items, closed, weight_sum FROM project_day"
                        + " WHERE project_id = ? AND on_day >= ? AND on_day < ? ORDER BY on_day")
                .param(project.value())
                .param(first)
                .param(before)
                .query((row, _) -> DayReader.day(
                        row.getObject(1, LocalDate.class),
                        new Share(row.getLong(2), row.getLong(3), row.getLong(4), Map.of())))
                .list();
    }

    private Optional<Past> one(String sql, ProjectId project, LocalDate day) {
        return jdbc.sql(sql)
                .param(project.value())
                .param(day)
                .query((row, _) -> new Past(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)))
                .optional();
    }

    void forgetBefore(ProjectId project, LocalDate day) {
        jdbc.sql("DELETE FROM project_day WHERE project_id = ? AND on_day < ?")
                .param(project.value())
                .param(day)
                .update();
    }
}
