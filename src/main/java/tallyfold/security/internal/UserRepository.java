package tallyfold.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;

/** The SQL of users. */
@Repository
public class UserRepository {

    /** What a sign-in needs to know. */
    public record Credentials(User user, String passwordHash) {}

    private static final String COLUMNS = "id, name, display_name, role, enabled, password_hash, changed_at";

    private final JdbcClient jdbc;

    public UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT 1 FROM app_user FETCH FIRST 1 ROWS ONLY")
                .query((_, _) -> true)
                .optional()
                .isEmpty();
    }

    /** All users, by name. */
    public List<User> list() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM app_user ORDER BY name_key")
                .query((row, _) -> user(row))
                .list();
    }

    public Optional<User> find(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM app_user WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> user(row))
                .optional();
    }

    public Optional<Credentials> findByName(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM app_user WHERE name_key = :key")
                .param("key", UserNames.key(name))
                .query((row, _) -> new Credentials(user(row), row.getString("password_hash")))
                .optional();
    }

    /**
     * Adds a user.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken
     */
    public void insert(User user, String passwordHash, Instant now) {
        jdbc.sql("""
                        INSERT INTO app_user
                               (id, name, name_key, display_name, role, password_hash, enabled, created_at, changed_at)
                        VALUES (:id, :name, :key, :displayName, :role, :hash, :enabled, :now, :now)""")
                .param("id", user.id().value())
                .param("name", user.name())
                .param("key", UserNames.key(user.name()))
                .param("displayName", user.displayName())
                .param("role", user.role().name())
                .param("hash", passwordHash)
                .param("enabled", user.enabled())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives a user another password; sessions that began before end. */
    public void changePassword(UserId id, String passwordHash, Instant now) {
        jdbc.sql("UPDATE app_user SET password_hash = :hash, enabled = TRUE, changed_at = :now WHERE id = :id")
                .param("hash", passwordHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Stores the same password hashed anew, if nobody changed it meanwhile. */
    public void replaceHash(UserId id, String before, String after) {
        jdbc.sql("UPDATE app_user SET password_hash = :after WHERE id = :id AND password_hash = :before")
                .param("after", after)
                .param("id", id.value())
                .param("before", before)
                .update();
    }

    /** Whether a session of this user that began then may go on. */
    public boolean sessionHolds(UserId id, Instant since) {
        return jdbc.sql("SELECT enabled, changed_at FROM app_user WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getBoolean("enabled")
                        && !row.getObject("changed_at", OffsetDateTime.class)
                                .toInstant()
                                .isAfter(since))
                .optional()
                .orElse(false);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"));
    }
}
