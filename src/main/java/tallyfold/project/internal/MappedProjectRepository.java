package tallyfold.project.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.Project;
import tallyfold.project.ProjectManager;
import tallyfold.security.UserId;

/** Writes what linked work items say of a project. */
@Repository
public class MappedProjectRepository {

    private final JdbcClient jdbc;

    MappedProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when somebody was faster: the next sync says it again. */
    public boolean write(Project project) {
        ProjectManager manager = project.manager();
        UserId user = manager == null ? null : manager.user();
        return jdbc.sql("""
                        UPDATE project SET name = :name, name_key = :key, manager_user = CAST(:user AS UUID),
                            manager_name = :manager, description = :description, start_date = CAST(:start AS DATE),
                            finish_date = CAST(:finish AS DATE), progress = :progress, stage = :stage,
                            overall_status = :overall, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                        .param("name", project.name())
                        .param("key", ProjectNames.key(project.name()))
                        .param("user", user == null ? null : user.value())
                        .param("manager", manager == null ? null : manager.name())
                        .param("description", project.description())
                        .param("start", project.start())
                        .param("finish", project.finish())
                        .param("progress", project.status().progress().name())
                        .param("stage", project.status().stage().name())
                        .param("overall", project.status().overall().name())
                        .param("id", project.id().value())
                        .param("version", project.version())
                        .update()
                == 1;
    }
}
