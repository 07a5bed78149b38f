package tallyfold.progress;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All figures that are kept, without when they were made and of which version of the items. */
public final class KeptFigures {

    private KeptFigures() {}

    public static Set<String> of(JdbcClient jdbc) {
        Set<String> lines = new TreeSet<>();
        List.of(
                        "SELECT project_id, on_day, late, leaves, start_date, due_date, effort, completed, remaining,"
                                + " story_points, odd_estimates, past_day, past_items, past_weight_sum FROM project_tally",
                        "SELECT project_id, link_id, type, state, state_category, items FROM leaf_count",
                        "SELECT project_id, kind, part, content FROM project_tally_part",
                        "SELECT project_id, on_day, items, closed, weight_sum FROM project_day",
                        "SELECT project_id, position, due_date FROM epic_due",
                        "SELECT link_id, type, state, state_category, items, shared FROM item_count"
                                + " WHERE items <> 0 OR shared <> 0")
                .forEach(sql -> jdbc.sql(sql).query().listOfRows().forEach(row -> lines.add(row.toString())));
        return lines;
    }
}
