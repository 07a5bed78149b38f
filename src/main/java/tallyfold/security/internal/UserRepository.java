package tallyfold.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.security.UserRow;
import tallyfold.security.UserStatus;

/** The SQL of users. */
@Repository
public class UserRepository {

    /**
     * What a sign-in needs to know.
     *
     * @param passwordHash null while the user is only invited
     * @param passwordGiven whether somebody else chose the password
     */
    public record Credentials(User user, @Nullable String passwordHash, boolean passwordGiven) {}

    private static final String COLUMNS =
            "id, name, display_name, role, enabled, password_hash, password_given, changed_at";

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

    /** Where mail reaches a user. */
    public Optional<String> email(UserId id) {
        return jdbc.sql("SELECT email FROM app_user WHERE id = :id AND email IS NOT NULL")
                .param("id", id.value())
                .query((row, _) -> row.getString("email"))
                .optional();
    }

    public Optional<Credentials> findByName(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM app_user WHERE name_key = :key")
                .param("key", UserNames.key(name))
                .query((row, _) ->
                        new Credentials(user(row), row.getString("password_hash"), row.getBoolean("password_given")))
                .optional();
    }

    /**
     * Adds a user.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken
     */
    public void insert(User user, String passwordHash, Instant now) {
        insert(user, null, passwordHash, now);
    }

    /** Adds a user who has no password yet. */
    public void invite(User user, @Nullable String email, Instant now) {
        insert(user, email, null, now);
    }

    /** Adds a user who comes by single sign-on and gets no password. */
    void insertWithoutPassword(User user, @Nullable String email, Instant now) {
        insert(user, email, null, now);
    }

    /** Whether a user comes by single sign-on; such a one has no password here. */
    public boolean singleSignOn(UserId id) {
        return jdbc.sql("SELECT 1 FROM app_user_identity WHERE user_id = :id")
                .param("id", id.value())
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    private void insert(User user, @Nullable String email, @Nullable String passwordHash, Instant now) {
        jdbc.sql("""
                        INSERT INTO app_user
                               (id, name, name_key, display_name, email, role, password_hash, enabled, created_at,
                                changed_at)
                        VALUES (:id, :name, :key, :displayName, CAST(:email AS VARCHAR(320)), :role,
                                CAST(:hash AS VARCHAR(512)), :enabled, :now, :now)""")
                .param("email", email)
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

    /** Gives a user the password they chose; sessions that began before end. */
    public void changePassword(UserId id, String passwordHash, Instant now) {
        changePassword(id, passwordHash, false, now);
    }

    /** Gives a user a password that somebody else chose; sessions that began before end. */
    void givePassword(UserId id, String passwordHash, Instant now) {
        changePassword(id, passwordHash, true, now);
    }

    private void changePassword(UserId id, String passwordHash, boolean given, Instant now) {
        jdbc.sql("""
                        UPDATE app_user SET password_hash = :hash, password_given = :given, enabled = TRUE,
                               changed_at = :now, version = version + 1
                         WHERE id = :id""")
                .param("hash", passwordHash)
                .param("given", given)
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

    void signedIn(UserId id, Instant now) {
        jdbc.sql("UPDATE app_user SET last_sign_in = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** All users as administrators see them, by name; counts sessions used after a time. */
    public List<UserRow> rows(Instant usedAfter) {
        return read("", usedAfter).query((row, _) -> line(row)).list();
    }

    public Optional<UserRow> row(UserId id, Instant usedAfter) {
        return read(" WHERE u.id = :id", usedAfter)
                .param("id", id.value())
                .query((row, _) -> line(row))
                .optional();
    }

    /** Holds the user until the transaction ends, so that two changes come one after the other. */
    public Optional<UserRow> lock(UserId id) {
        jdbc.sql("SELECT id FROM app_user WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query((_, _) -> true)
                .list();
        return row(id, Instant.EPOCH);
    }

    /**
     * The administrators who can sign in by themselves, held until the transaction ends. Those who need the provider do
     * not count: it may be down, or not know them any more.
     */
    List<UserId> lockAdministrators() {
        return jdbc.sql("""
                        SELECT id FROM app_user
                         WHERE role = 'ADMINISTRATOR' AND enabled AND password_hash IS NOT NULL
                         ORDER BY id FOR UPDATE""")
                .query((row, _) -> new UserId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What people read; sessions go on. */
    void describe(UserId id, String displayName, @Nullable String email) {
        jdbc.sql("""
                        UPDATE app_user SET display_name = :displayName, email = CAST(:email AS VARCHAR(320)),
                               version = version + 1
                         WHERE id = :id""")
                .param("displayName", displayName)
                .param("email", email)
                .param("id", id.value())
                .update();
    }

    /** Sessions that began before end. */
    void changeRole(UserId id, Role role, Instant now) {
        jdbc.sql("UPDATE app_user SET role = :role, changed_at = :now, version = version + 1 WHERE id = :id")
                .param("role", role.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Sessions that began before end. */
    void enable(UserId id, boolean enabled, Instant now) {
        jdbc.sql("UPDATE app_user SET enabled = :enabled, changed_at = :now, version = version + 1 WHERE id = :id")
                .param("enabled", enabled)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Takes an invitation back; somebody who has set a password stays. */
    boolean deleteInvited(UserId id) {
        return jdbc.sql("""
                                DELETE FROM app_user WHERE id = :id AND password_hash IS NULL
                                   AND NOT EXISTS (SELECT 1 FROM app_user_identity i WHERE i.user_id = app_user.id)""").param("id", id.value()).update() == 1;
    }

    private JdbcClient.StatementSpec read(String where, Instant usedAfter) {
        return jdbc.sql("""
                        SELECT u.id, u.name, u.display_name, u.role, u.enabled, u.email, u.version, u.last_sign_in,
                               CASE WHEN u.password_hash IS NULL THEN 1 ELSE 0 END AS invited, l.expires_at,
                               (SELECT COUNT(*) FROM app_user_identity i WHERE i.user_id = u.id) AS identities,
                               (SELECT COUNT(*) FROM user_session s
                                 WHERE s.user_id = u.id AND s.last_used > :after) AS sessions
                          FROM app_user u LEFT JOIN password_link l ON l.user_id = u.id
                        """ + where + " ORDER BY u.name_key").param("after", usedAfter.atOffset(ZoneOffset.UTC));
    }

    private static UserRow line(ResultSet row) throws SQLException {
        User user = user(row);
        boolean singleSignOn = row.getInt("identities") > 0;
        UserStatus status = row.getInt("invited") == 1 && !singleSignOn ? UserStatus.INVITED : UserStatus.ACTIVE;
        return new UserRow(
                user,
                row.getString("email"),
                user.enabled() ? status : UserStatus.DISABLED,
                instant(row, "last_sign_in"),
                row.getInt("sessions"),
                instant(row, "expires_at"),
                row.getInt("version"),
                singleSignOn);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
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
