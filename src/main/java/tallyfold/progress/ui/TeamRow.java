package tallyfold.progress.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.PersonLoad;
import tallyfold.uikit.Texts;
import tallyfold.workitem.PersonRow;
import tallyfold.workitem.WorkItemFilter;

/**
 * A line of the tab "Team".
 *
 * @param uniqueName empty when it is not known
 * @param teams names of the teams, empty for none
 */
record TeamRow(String name, String uniqueName, boolean active, String teams, PersonLoad load) {

    /** Those who are known in their order, then those known by their items only; the items of nobody come last. */
    static List<TeamRow> of(List<PersonRow> people, List<PersonLoad> loads) {
        Map<@Nullable String, PersonLoad> byKey = new HashMap<>();
        loads.forEach(load -> byKey.put(load.key(), load));
        List<TeamRow> rows = new ArrayList<>();
        for (PersonRow person : people) {
            PersonLoad load = byKey.remove(person.key());
            rows.add(new TeamRow(
                    person.name(),
                    person.uniqueName() == null ? "" : person.uniqueName(),
                    person.active(),
                    String.join(", ", person.teams()),
                    load == null ? new PersonLoad(person.key(), person.name(), person.active(), 0, 0, 0, 0, 0) : load));
        }
        loads.stream()
                .filter(load -> byKey.containsKey(load.key()))
                .forEach(load -> rows.add(new TeamRow(
                        load.key() == null ? Texts.of("progress.team.nobody") : load.name(),
                        "",
                        load.active(),
                        "",
                        load)));
        return rows;
    }

    boolean nobody() {
        return load.key() == null;
    }

    /** By what items are filtered for this line. */
    String filterKey() {
        String key = load.key();
        return key == null ? WorkItemFilter.UNASSIGNED : key;
    }
}
