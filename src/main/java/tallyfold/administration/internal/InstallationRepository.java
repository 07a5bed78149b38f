package tallyfold.administration.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one row with the installation's name. */
@Repository
public class InstallationRepository {

    private final JdbcClient jdbc;

    InstallationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for none. */
    public String name() {
        return jdbc.sql("SELECT name FROM installation")
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("");
    }

    @Transactional
    public void save(String name) {
        jdbc.sql("DELETE FROM installation").update();
        if (!name.isEmpty()) {
            jdbc.sql("INSERT INTO installation (only_row, name) VALUES (1, ?)")
                    .param(name)
                    .update();
        }
    }
}
