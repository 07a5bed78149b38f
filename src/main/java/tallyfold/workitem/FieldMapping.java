package tallyfold.workitem;

import java.util.List;
import java.util.UUID;
import tallyfold.provider.RemoteField;

/**
 * What a field of the source system becomes, for all work items of a type by a process of an organization.
 *
 * @param column name of the column; empty unless the target is one
 * @param rules the first that fits counts; a value that none fits stays what it is
 * @param missing whether the organization does not have the field any more: values stay as they were last read
 * @param version counts changes, for optimistic locking
 */
public record FieldMapping(
        UUID id,
        String process,
        String type,
        RemoteField field,
        FieldTarget target,
        String column,
        List<FieldRule> rules,
        boolean missing,
        int version) {

    public FieldMapping {
        rules = List.copyOf(rules);
    }

    /** What is shown for a value of the source. */
    public String translate(String value) {
        String plain = value.strip();
        return rules.stream()
                .filter(rule -> rule.from().equalsIgnoreCase(plain))
                .findFirst()
                .map(FieldRule::to)
                .orElse(value);
    }
}
