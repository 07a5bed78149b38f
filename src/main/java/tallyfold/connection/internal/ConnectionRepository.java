package tallyfold.connection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.Health;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;
import tallyfold.provider.RemotePerson;
import tallyfold.security.UserId;

/** Connections and who may use them; knows nothing of sealed tokens. */
@Repository
public class ConnectionRepository {

    private static final String COLUMNS = """
            SELECT c.id, c.provider, c.name, c.organization, c.endpoint_kind, c.organization_id, c.account, c.owner_name,
                   c.owner_account, c.token_expires, c.health, c.health_detail, c.last_checked, c.for_all_managers,
                   c.version
            FROM connection c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Connection> all() {
        return jdbc.sql(COLUMNS + "ORDER BY c.name_key, c.id").query(this::read).list();
    }

    /** Those a project manager may use. */
    public List<Connection> granted(UserId user) {
        return jdbc.sql(COLUMNS + """
                        WHERE c.for_all_managers
                           OR EXISTS (SELECT 1 FROM connection_grant g WHERE g.connection_id = c.id AND g.user_id = :user)
                        ORDER BY c.name_key, c.id""")
                .param("user", user.value())
                .query(this::read)
                .list();
    }

    public Optional<Connection> find(ConnectionId id) {
        return jdbc.sql(COLUMNS + "WHERE c.id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** The same, and nobody else changes the row before the transaction ends. */
    public Optional<Connection> lock(ConnectionId id) {
        return jdbc.sql(COLUMNS + "WHERE c.id = :id FOR UPDATE")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** The outcome as stored, before the expiry date is looked at. */
    public Optional<StoredHealth> health(ConnectionId id) {
        return jdbc.sql("SELECT health, health_detail FROM connection WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> new StoredHealth(Health.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    public boolean nameTaken(String name, @Nullable ConnectionId except) {
        return jdbc
                .sql("SELECT id FROM connection WHERE name_key = :key")
                .param("key", nameKey(name))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .anyMatch(id -> except == null || !except.value().equals(id));
    }

    public boolean organizationConnected(ProviderId provider, String organization, @Nullable ConnectionId except) {
        return jdbc
                .sql("SELECT id FROM connection WHERE provider = :provider AND organization = :organization")
                .param("provider", provider.value())
                .param("organization", organization)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .anyMatch(id -> except == null || !except.value().equals(id));
    }

    /**
     * Stores a new connection.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken
     */
    public void insert(Connection connection, String creator) {
        jdbc.sql("""
                        INSERT INTO connection (id, provider, name, name_key, organization, endpoint_kind, organization_id,
                            account, owner_name, owner_account, token_expires, health, health_detail, last_checked,
                            for_all_managers, created_at, created_by, version)
                        VALUES (:id, :provider, :name, :key, :organization, :endpoint, :organizationId, :account, :ownerName,
                            :ownerAccount, :expires, :health, :detail, :checked, :forAll, :created, :creator, :version)""")
                .param("id", connection.id().value())
                .param("provider", connection.provider().value())
                .param("name", connection.name())
                .param("key", nameKey(connection.name()))
                .param("organization", connection.organization())
                .param("endpoint", connection.endpoint().name())
                .param("organizationId", connection.organizationId())
                .param("account", connection.account())
                .param("ownerName", connection.ownerName())
                .param("ownerAccount", connection.ownerAccount())
                .param("expires", connection.tokenExpires())
                .param("health", connection.health().name())
                .param("detail", connection.healthDetail())
                .param("checked", time(connection.lastChecked()))
                .param("forAll", connection.forAllManagers())
                .param("created", time(clock.instant()))
                .param("creator", creator)
                .param("version", connection.version())
                .update();
    }

    /**
     * Stores what an administrator may change; counts the version up.
     *
     * @return false when the row is gone or has another version than {@code connection}
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken
     */
    public boolean update(Connection connection) {
        return jdbc.sql("""
                        UPDATE connection SET name = :name, name_key = :key, organization = :organization,
                            endpoint_kind = :endpoint, account = :account, token_expires = :expires,
                            for_all_managers = :forAll, version = version + 1
                        WHERE id = :id AND version = :version""")
                        .param("name", connection.name())
                        .param("key", nameKey(connection.name()))
                        .param("organization", connection.organization())
                        .param("endpoint", connection.endpoint().name())
                        .param("account", connection.account())
                        .param("expires", connection.tokenExpires())
                        .param("forAll", connection.forAllManagers())
                        .param("id", connection.id().value())
                        .param("version", connection.version())
                        .update()
                == 1;
    }

    /** Stores what a check learned of the token's owner and the organization; nulls leave what is known. */
    public void setIdentity(ConnectionId id, @Nullable String organizationId, @Nullable RemotePerson owner) {
        jdbc.sql("""
                        UPDATE connection SET organization_id = COALESCE(CAST(:organization AS VARCHAR), organization_id),
                            owner_name = COALESCE(CAST(:name AS VARCHAR), owner_name),
                            owner_account = COALESCE(CAST(:account AS VARCHAR), owner_account)
                        WHERE id = :id""")
                .param("organization", organizationId)
                .param("name", owner == null ? null : owner.displayName())
                .param("account", owner == null ? null : owner.uniqueName())
                .param("id", id.value())
                .update();
    }

    public void setHealth(ConnectionId id, Health health, @Nullable String detail) {
        jdbc.sql("UPDATE connection SET health = :health, health_detail = CAST(:detail AS VARCHAR) WHERE id = :id")
                .param("health", health.name())
                .param("detail", detail)
                .param("id", id.value())
                .update();
    }

    public void setChecked(ConnectionId id, Instant when) {
        jdbc.sql("UPDATE connection SET last_checked = :when WHERE id = :id")
                .param("when", time(when))
                .param("id", id.value())
                .update();
    }

    /** Those whose last check is older, or who were never checked. */
    public List<ConnectionId> checkedBefore(Instant when) {
        return jdbc.sql("""
                        SELECT id FROM connection WHERE last_checked IS NULL OR last_checked < :when
                        ORDER BY last_checked NULLS FIRST, id""")
                .param("when", time(when))
                .query((row, _) -> new ConnectionId(row.getObject(1, UUID.class)))
                .list();
    }

    public Set<UserId> people(ConnectionId id) {
        return Set.copyOf(jdbc.sql("SELECT user_id FROM connection_grant WHERE connection_id = :id")
                .param("id", id.value())
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .list());
    }

    public void setPeople(ConnectionId id, Collection<UserId> people) {
        jdbc.sql("DELETE FROM connection_grant WHERE connection_id = :id")
                .param("id", id.value())
                .update();
        for (UserId user : people) {
            jdbc.sql("INSERT INTO connection_grant (connection_id, user_id) VALUES (:id, :user)")
                    .param("id", id.value())
                    .param("user", user.value())
                    .update();
        }
    }

    /** The row itself; grants go with it, the sealed token must be gone before. */
    public void delete(ConnectionId id) {
        setPeople(id, Set.of());
        jdbc.sql("DELETE FROM connection WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private Connection read(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate expires = row.getObject("token_expires", LocalDate.class);
        @Nullable OffsetDateTime checkedAt = row.getObject("last_checked", OffsetDateTime.class);
        @Nullable Instant checked = checkedAt == null ? null : checkedAt.toInstant();
        Health health = HealthRules.today(
                Health.valueOf(row.getString("health")), expires, checked, LocalDate.now(clock), clock.getZone());
        return new Connection(
                new ConnectionId(row.getObject("id", UUID.class)),
                new ProviderId(row.getString("provider")),
                row.getString("name"),
                row.getString("organization"),
                EndpointKind.valueOf(row.getString("endpoint_kind")),
                row.getString("organization_id"),
                row.getString("account"),
                row.getString("owner_name"),
                row.getString("owner_account"),
                expires,
                health,
                row.getString("health_detail"),
                checked,
                row.getBoolean("for_all_managers"),
                row.getInt("version"));
    }

    private static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The last outcome, without regard to the expiry date. */
    public record StoredHealth(Health health, @Nullable String detail) {}
}
