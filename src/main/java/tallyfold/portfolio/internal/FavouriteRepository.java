package tallyfold.portfolio.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.ProjectId;
import tallyfold.security.UserId;

/** The table of favourites. */
@Repository
public class FavouriteRepository {

    private final JdbcClient jdbc;

    FavouriteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<ProjectId> of(UserId user) {
        return new HashSet<>(jdbc.sql("SELECT project_id FROM favourite WHERE user_id = ?")
                .param(user.value())
                .query((rs, _) -> new ProjectId(rs.getObject(1, UUID.class)))
                .list());
    }

    /** Twice at once is as good as once. */
    public void add(UserId user, ProjectId project) {
        jdbc.sql("""
                        MERGE INTO favourite f USING (
                            SELECT CAST(? AS UUID) AS user_id, p.id AS project_id FROM project p WHERE p.id = ?) s
                        ON f.user_id = s.user_id AND f.project_id = s.project_id
                        WHEN NOT MATCHED THEN INSERT (user_id, project_id) VALUES (s.user_id, s.project_id)
                        """).param(user.value()).param(project.value()).update();
    }

    public void remove(UserId user, ProjectId project) {
        jdbc.sql("DELETE FROM favourite WHERE user_id = ? AND project_id = ?")
                .param(user.value())
                .param(project.value())
                .update();
    }
}
