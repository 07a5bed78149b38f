package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldRule;

/**
 * Finds items by what the columns of mapped fields show: rules are turned around, because what is stored is the value before any
 * rule. Every value is bound, none is written in.
 */
final class MappedColumnSql {

    private static final String PLAIN = "LOWER(TRIM(f.field_value))";

    private final List<FieldMappingRepository.Kept> mappings;
    private final BiConsumer<String, Object> bind;
    private int bound;

    /** @param bind hears of every value under the name it has in the conditions */
    MappedColumnSql(List<FieldMappingRepository.Kept> mappings, BiConsumer<String, Object> bind) {
        this.mappings = mappings;
        this.bind = bind;
    }

    /** Whether a column shows one of some values; one that is not mapped shows nothing. */
    String shows(String column, List<String> values) {
        List<String> either = new ArrayList<>();
        for (FieldMappingRepository.Kept kept : mappings) {
            FieldMapping mapping = kept.mapping();
            if (mapping.column().equals(column)) {
                String name = "mapped" + bound++;
                bind.accept(name + "Type", mapping.type());
                bind.accept(name + "Organization", kept.organization());
                bind.accept(name + "Process", mapping.process());
                bind.accept(name + "Field", mapping.field().reference());
                // The mapping of an item is that of its type, by the process of the link that shows it.
                either.add("""
                        (w.type = :%1$sType AND EXISTS (SELECT 1 FROM link k WHERE k.id = li.link_id
                            AND k.organization_key = :%1$sOrganization AND k.process = :%1$sProcess)
                          AND EXISTS (SELECT 1 FROM work_item_field f WHERE f.connection_id = li.connection_id
                            AND f.remote_id = li.remote_id AND f.field = :%1$sField AND (%2$s)))
                        """.formatted(name, stored(name, mapping.rules(), values)));
            }
        }
        return either.isEmpty() ? "FALSE" : "(" + String.join(" OR ", either) + ")";
    }

    /** Which stored values come out as one of those wanted: by a rule, or as they are where no rule fits. */
    private String stored(String name, List<FieldRule> rules, List<String> values) {
        bind.accept(name + "Values", values);
        String asItIs = "f.field_value IN (:" + name + "Values)";
        if (rules.isEmpty()) {
            return asItIs;
        }
        Set<String> ruled = new HashSet<>();
        Set<String> leading = new HashSet<>();
        for (FieldRule rule : rules) {
            String from = rule.from().toLowerCase(Locale.ROOT);
            if (ruled.add(from) && values.contains(rule.to())) {
                leading.add(from);
            }
        }
        bind.accept(name + "Ruled", ruled);
        String unruled = asItIs + " AND " + PLAIN + " NOT IN (:" + name + "Ruled)";
        if (leading.isEmpty()) {
            return unruled;
        }
        bind.accept(name + "Leading", leading);
        return PLAIN + " IN (:" + name + "Leading) OR (" + unruled + ")";
    }
}
