package tallyfold.portfolio.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.portfolio.SavedView;
import tallyfold.portfolio.SavedViewId;
import tallyfold.security.UserId;

/** The table of saved views. */
@Repository
public class SavedViewRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViewRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a user and the shared ones, by name. */
    public List<SavedView> of(UserId user) {
        return jdbc.sql("SELECT id, name, address, shared, user_id FROM saved_view WHERE user_id = ? OR shared = TRUE"
                        + " ORDER BY name_key, id")
                .param(user.value())
                .query((rs, _) -> new SavedView(
                        new SavedViewId(rs.getObject("id", UUID.class)),
                        rs.getString("name"),
                        rs.getString("address"),
                        rs.getBoolean("shared"),
                        user.value().equals(rs.getObject("user_id", UUID.class))))
                .list();
    }

    /** Puts a view in the place of the user's own one of that name. */
    public void replace(UserId user, SavedView view) {
        String key = view.name().toLowerCase(Locale.ROOT);
        jdbc.sql("DELETE FROM saved_view WHERE user_id = ? AND name_key = ?")
                .param(user.value())
                .param(key)
                .update();
        jdbc.sql("INSERT INTO saved_view (id, user_id, name, name_key, shared, address, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(view.id().value())
                .param(user.value())
                .param(view.name())
                .param(key)
                .param(view.shared())
                .param(view.address())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean delete(UserId user, SavedViewId id) {
        return jdbc.sql("DELETE FROM saved_view WHERE id = ? AND user_id = ?")
                        .param(id.value())
                        .param(user.value())
                        .update()
                == 1;
    }
}
