package tallyfold.workitem.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.KnownStructure;

/** Reads what is stored of a link's structure. */
@Repository
public class KnownStructureRepository {

    private final JdbcClient jdbc;

    KnownStructureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public KnownStructure of(LinkId link) {
        Map<String, Map<String, StateCategory>> states = new HashMap<>();
        jdbc.sql("SELECT type_name, name, category FROM work_item_state WHERE link_id = ?")
                .param(link.value())
                .query(rs -> {
                    states.computeIfAbsent(rs.getString(1), _ -> new HashMap<>())
                            .put(rs.getString(2), StateCategory.valueOf(rs.getString(3)));
                });
        return new KnownStructure(states, paths("area", link), paths("iteration", link));
    }

    private Set<String> paths(String table, LinkId link) {
        return new HashSet<>(jdbc.sql("SELECT path FROM " + table + " WHERE link_id = ?")
                .param(link.value())
                .query((rs, _) -> rs.getString(1))
                .list());
    }
}
