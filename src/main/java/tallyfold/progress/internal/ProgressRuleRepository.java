package tallyfold.progress.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.progress.ProcessKey;
import tallyfold.progress.RuleScope;

/** The tables of rules. */
@Repository
class ProgressRuleRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProgressRuleRepository(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    /** The key of the rule for a scope, whether or not there is one. */
    static UUID id(RuleScope scope) {
        return switch (scope) {
            case RuleScope.OfLink(var link) -> link.value();
            case RuleScope.OfProcess(ProcessKey key) ->
                UUID.nameUUIDFromBytes((key.organization() + "\n" + key.process()).getBytes(StandardCharsets.UTF_8));
        };
    }

    Map<UUID, SavedRule> find(Collection<UUID> ids) {
        Map<UUID, Integer> versions = new HashMap<>();
        if (ids.isEmpty()) {
            return Map.of();
        }
        jdbc.sql("SELECT id, version FROM progress_rule WHERE id IN (:ids)")
                .param("ids", ids)
                .query(row -> {
                    versions.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, Boolean>> types = new HashMap<>();
        jdbc.sql("SELECT rule_id, type, counted FROM progress_rule_type WHERE rule_id IN (:ids)")
                .param("ids", versions.keySet())
                .query(row -> {
                    types.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
                            .put(row.getString(2), row.getBoolean(3));
                });
        Map<UUID, Map<String, Map<String, Integer>>> weights = new HashMap<>();
        jdbc.sql("SELECT rule_id, type, state, weight FROM progress_rule_state WHERE rule_id IN (:ids)")
                .param("ids", versions.keySet())
                .query(row -> {
                    weights.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
                            .computeIfAbsent(row.getString(2), _ -> new HashMap<>())
                            .put(row.getString(3), row.getInt(4));
                });
        Map<UUID, SavedRule> rules = new HashMap<>();
        versions.forEach((id, version) -> rules.put(
                id, new SavedRule(version, types.getOrDefault(id, Map.of()), weights.getOrDefault(id, Map.of()))));
        return rules;
    }

    /**
     * Writes a rule in place of the one of the version given; 0 when there was none.
     *
     * @return false when that is not the version it has; nothing is written then
     * @throws org.springframework.dao.DuplicateKeyException when somebody saves the first one at the same time
     */
    boolean save(RuleScope scope, SavedRule rule, int version, Instant when, String who) {
        UUID id = id(scope);
        if (version == 0) {
            if (!find(List.of(id)).isEmpty()) {
                return false;
            }
            jdbc.sql(
                            "INSERT INTO progress_rule (id, link_id, organization_key, process, version, changed_at, changed_by)"
                                    + " VALUES (?, ?, ?, ?, 1, ?, ?)")
                    .param(id)
                    .param(scope instanceof RuleScope.OfLink(var link) ? link.value() : null)
                    .param(scope instanceof RuleScope.OfProcess(var key) ? key.organization() : "")
                    .param(scope instanceof RuleScope.OfProcess(var key) ? key.process() : "")
                    .param(when.atOffset(ZoneOffset.UTC))
                    .param(who)
                    .update();
        } else if (jdbc.sql("UPDATE progress_rule SET version = version + 1, changed_at = ?, changed_by = ?"
                                + " WHERE id = ? AND version = ?")
                        .param(when.atOffset(ZoneOffset.UTC))
                        .param(who)
                        .param(id)
                        .param(version)
                        .update()
                != 1) {
            return false;
        }
        jdbc.sql("DELETE FROM progress_rule_type WHERE rule_id = ?").param(id).update();
        jdbc.sql("DELETE FROM progress_rule_state WHERE rule_id = ?").param(id).update();
        List<Object[]> types = new ArrayList<>();
        rule.types().forEach((type, counted) -> types.add(new Object[] {id, type, counted}));
        batches.batchUpdate("INSERT INTO progress_rule_type (rule_id, type, counted) VALUES (?, ?, ?)", types);
        List<Object[]> states = new ArrayList<>();
        rule.weights()
                .forEach((type, weights) ->
                        weights.forEach((state, weight) -> states.add(new Object[] {id, type, state, weight})));
        batches.batchUpdate(
                "INSERT INTO progress_rule_state (rule_id, type, state, weight) VALUES (?, ?, ?, ?)", states);
        return true;
    }

    /** Moves the rule of a process to its new name, in place of one that a process of that name left behind. */
    void rename(ProcessKey before, ProcessKey after) {
        UUID old = id(new RuleScope.OfProcess(before));
        UUID moved = id(new RuleScope.OfProcess(after));
        if (find(List.of(old)).isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM progress_rule WHERE id = ?").param(moved).update();
        jdbc.sql("INSERT INTO progress_rule (id, link_id, organization_key, process, version, changed_at, changed_by)"
                        + " SELECT CAST(? AS UUID), link_id, organization_key, CAST(? AS VARCHAR(256)), version,"
                        + " changed_at, changed_by FROM progress_rule WHERE id = ?")
                .params(moved, after.process(), old)
                .update();
        for (String table : List.of("progress_rule_type", "progress_rule_state")) {
            jdbc.sql("UPDATE " + table + " SET rule_id = ? WHERE rule_id = ?")
                    .params(moved, old)
                    .update();
        }
        jdbc.sql("DELETE FROM progress_rule WHERE id = ?").param(old).update();
    }

    /** Takes a rule away; false when it is not of that version any more. */
    boolean delete(RuleScope scope, int version) {
        return jdbc.sql("DELETE FROM progress_rule WHERE id = ? AND version = ?")
                        .param(id(scope))
                        .param(version)
                        .update()
                == 1;
    }
}
