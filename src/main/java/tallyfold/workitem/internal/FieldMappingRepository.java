package tallyfold.workitem.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.ProcessRenamed;
import tallyfold.project.ProjectId;
import tallyfold.provider.RemoteField;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingDraft;
import tallyfold.workitem.FieldRule;
import tallyfold.workitem.FieldTarget;

/** The tables of mappings and their rules. */
@Repository
public class FieldMappingRepository {

    /** A mapping and the organization it is kept for. */
    public record Kept(String organization, FieldMapping mapping) {}

    private static final String SELECT = """
            SELECT m.id, m.organization_key, m.process, m.type, m.field, m.field_name, m.field_type, m.target,
                m.column_name, m.missing, m.version
            FROM field_mapping m
            """;

    private static final String OF_PROJECT = """
            WHERE EXISTS (SELECT 1 FROM link k WHERE k.project_id = :project
                AND k.organization_key = m.organization_key AND k.process = m.process)
            ORDER BY m.column_name, m.type, m.id
            """;

    private final JdbcClient jdbc;

    FieldMappingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Kept> ofProcess(String organization, String process) {
        return withRules(jdbc.sql(SELECT + """
                        WHERE m.organization_key = :organization AND m.process = :process
                        ORDER BY m.type, m.target, m.column_name, m.id
                        """)
                .param("organization", organization)
                .param("process", process)
                .query(FieldMappingRepository::kept)
                .list());
    }

    /** The mappings that the links of a project go by. */
    public List<Kept> ofProject(ProjectId project) {
        return withRules(jdbc.sql(SELECT + OF_PROJECT)
                .param("project", project.value())
                .query(FieldMappingRepository::kept)
                .list());
    }

    public Optional<Kept> find(UUID id) {
        return withRules(jdbc.sql(SELECT + "WHERE m.id = ?")
                        .param(id)
                        .query(FieldMappingRepository::kept)
                        .list())
                .stream()
                .findFirst();
    }

    /** The fields mapped anywhere in the organization, by reference name. */
    public Set<String> fields(String organization) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT field FROM field_mapping WHERE organization_key = ?")
                .param(organization)
                .query(String.class)
                .list());
    }

    /** The fields that links of a connection need. */
    public Set<String> fields(ConnectionId connection) {
        return new HashSet<>(
                jdbc.sql("""
                        SELECT DISTINCT m.field FROM field_mapping m WHERE EXISTS (SELECT 1 FROM link k
                            WHERE k.connection_id = ? AND k.detached_at IS NULL
                              AND k.organization_key = m.organization_key AND k.process = m.process)
                        """).param(connection.value()).query(String.class).list());
    }

    /** Keeps which fields the organization of a connection was found not to have; writes only what changes. */
    public void noteMissing(ConnectionId connection, Set<String> missing) {
        jdbc.sql("""
                        UPDATE field_mapping SET missing = NOT missing
                        WHERE organization_key IN (SELECT k.organization_key FROM link k WHERE k.connection_id = :connection)
                          AND missing <> CASE WHEN field IN (:missing) THEN TRUE ELSE FALSE END
                        """)
                .param("connection", connection.value())
                .param("missing", missing.isEmpty() ? Set.of("") : missing)
                .update();
    }

    public void insert(String organization, FieldMapping made, Instant when, String who) {
        jdbc.sql("""
                        INSERT INTO field_mapping (id, organization_key, process, type, field, field_name, field_type,
                            target, column_name, changed_at, changed_by, version)
                        VALUES (:id, :organization, :process, :type, :field, :name, :fieldType, :target, :column,
                            :when, :who, :version)
                        """)
                .param("id", made.id())
                .param("organization", organization)
                .param("process", made.process())
                .param("type", made.type())
                .param("field", made.field().reference())
                .param("name", StoredText.fit(made.field().name(), 256))
                .param("fieldType", made.field().type().name())
                .param("target", made.target().name())
                .param("column", made.column())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("version", made.version())
                .update();
        rules(made.id(), made.rules());
    }

    /** False when somebody else was faster. */
    public boolean update(UUID id, FieldMappingDraft draft, int version, Instant when, String who) {
        int changed = jdbc.sql("""
                        UPDATE field_mapping SET type = :type, field = :field, field_name = :name,
                            field_type = :fieldType, target = :target, column_name = :column, missing = FALSE,
                            changed_at = :when, changed_by = :who, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("id", id)
                .param("type", draft.type())
                .param("field", draft.field().reference())
                .param("name", StoredText.fit(draft.field().name(), 256))
                .param("fieldType", draft.field().type().name())
                .param("target", draft.target().name())
                .param("column", draft.column())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("version", version)
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("DELETE FROM field_rule WHERE mapping_id = ?").param(id).update();
        rules(id, draft.rules());
        return true;
    }

    /** False when it is not what it was, or gone. */
    public boolean delete(UUID id, int version) {
        return jdbc.sql("DELETE FROM field_mapping WHERE id = ? AND version = ?")
                        .params(id, version)
                        .update()
                > 0;
    }

    /** Has mappings follow a process that is called something else, in place of what one of that name left behind. */
    @EventListener
    void follow(ProcessRenamed renamed) {
        if (!ofProcess(renamed.organization(), renamed.before()).isEmpty()) {
            jdbc.sql("DELETE FROM field_mapping WHERE organization_key = ? AND process = ?")
                    .params(renamed.organization(), renamed.after())
                    .update();
            jdbc.sql("UPDATE field_mapping SET process = ? WHERE organization_key = ? AND process = ?")
                    .params(renamed.after(), renamed.organization(), renamed.before())
                    .update();
        }
    }

    /** Drops the values of a field that nobody in the organization maps any more. */
    public void dropValues(String organization, String field) {
        jdbc.sql("""
                        DELETE FROM work_item_field WHERE field = :field
                          AND connection_id IN (SELECT k.connection_id FROM link k WHERE k.organization_key = :organization)
                          AND NOT EXISTS (SELECT 1 FROM field_mapping m
                              WHERE m.organization_key = :organization AND m.field = :field)
                        """).param("field", field).param("organization", organization).update();
    }

    private void rules(UUID id, List<FieldRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            jdbc.sql("INSERT INTO field_rule (mapping_id, position, source_value, target_value) VALUES (?, ?, ?, ?)")
                    .params(id, i, rules.get(i).from(), rules.get(i).to())
                    .update();
        }
    }

    private List<Kept> withRules(List<Kept> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<FieldRule>> rules = new HashMap<>();
        jdbc.sql("""
                        SELECT mapping_id, source_value, target_value FROM field_rule WHERE mapping_id IN (:ids)
                        ORDER BY mapping_id, position
                        """)
                .param("ids", bare.stream().map(one -> one.mapping().id()).toList())
                .query((rs, _) -> rules.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new FieldRule(rs.getString(2), rs.getString(3))))
                .list();
        return bare.stream()
                .map(one -> new Kept(
                        one.organization(),
                        with(one.mapping(), rules.get(one.mapping().id()))))
                .toList();
    }

    private static FieldMapping with(FieldMapping bare, @Nullable List<FieldRule> rules) {
        return new FieldMapping(
                bare.id(),
                bare.process(),
                bare.type(),
                bare.field(),
                bare.target(),
                bare.column(),
                rules == null ? List.of() : rules,
                bare.missing(),
                bare.version());
    }

    private static Kept kept(ResultSet rs, int row) throws SQLException {
        return new Kept(
                rs.getString("organization_key"),
                new FieldMapping(
                        rs.getObject("id", UUID.class),
                        rs.getString("process"),
                        rs.getString("type"),
                        new RemoteField(
                                rs.getString("field"),
                                rs.getString("field_name"),
                                RemoteField.Type.valueOf(rs.getString("field_type"))),
                        FieldTarget.valueOf(rs.getString("target")),
                        rs.getString("column_name"),
                        List.of(),
                        rs.getBoolean("missing"),
                        rs.getInt("version")));
    }
}
