package tallyfold.workitem.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tallyfold.uikit.Texts;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingDraft;
import tallyfold.workitem.FieldMappingResult;
import tallyfold.workitem.FieldMappingResult.Part;
import tallyfold.workitem.FieldMappingResult.Refused;
import tallyfold.workitem.FieldRule;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.WorkItemColumn;

/** What a mapping has to be. */
public final class FieldMappingRules {

    /** Every field mapped is asked for with every item of the organization. */
    public static final int MOST_FIELDS = 20;

    public static final int MOST_RULES = 50;
    public static final int LONGEST_COLUMN = 40;

    private FieldMappingRules() {}

    /**
     * Why a mapping cannot be; empty when it can.
     *
     * @param others the other mappings of the process
     * @param fields the fields mapped in the organization
     */
    public static Optional<FieldMappingResult> objection(
            FieldMappingDraft draft,
            List<String> types,
            boolean oneItem,
            List<FieldMapping> others,
            Set<String> fields) {
        if (!types.contains(draft.type())) {
            return refused(Part.TYPE, "type");
        }
        if (!fields.contains(draft.field().reference()) && fields.size() >= MOST_FIELDS) {
            return refused(Part.FIELD, "fields", MOST_FIELDS);
        }
        if (draft.target().ofProject() && !oneItem) {
            return refused(Part.TARGET, "one-item");
        }
        if (draft.target() == FieldTarget.COLUMN && !isName(draft.column())) {
            return refused(Part.COLUMN, "column", LONGEST_COLUMN);
        }
        if (isBuiltIn(draft.column())) {
            return refused(Part.COLUMN, "column-known", draft.column());
        }
        if (others.stream().anyMatch(other -> collides(other, draft))) {
            return refused(draft.target() == FieldTarget.COLUMN ? Part.COLUMN : Part.TARGET, "taken", draft.type());
        }
        return rules(draft.rules());
    }

    private static Optional<FieldMappingResult> rules(List<FieldRule> rules) {
        if (rules.size() > MOST_RULES) {
            return refused(Part.RULES, "rules", MOST_RULES);
        }
        Set<String> seen = new HashSet<>();
        for (FieldRule rule : rules) {
            if (!isShort(rule.from()) || rule.to().length() > FieldRule.LONGEST) {
                return refused(Part.RULES, "rule-length", FieldRule.LONGEST);
            }
            if (!seen.add(rule.from().toLowerCase(Locale.ROOT))) {
                return refused(Part.RULES, "rule-twice", rule.from());
            }
        }
        return Optional.empty();
    }

    private static boolean collides(FieldMapping other, FieldMappingDraft draft) {
        return other.type().equals(draft.type())
                && other.target() == draft.target()
                && other.column().equalsIgnoreCase(draft.column());
    }

    private static boolean isShort(String text) {
        return !text.isEmpty() && text.length() <= FieldRule.LONGEST;
    }

    /** Addresses name columns, parted by commas. */
    private static boolean isName(String column) {
        return !column.isBlank()
                && column.length() <= LONGEST_COLUMN
                && column.chars().noneMatch(c -> c == ',' || Character.isISOControl(c));
    }

    private static boolean isBuiltIn(String column) {
        return Arrays.stream(WorkItemColumn.values())
                .anyMatch(known -> Texts.of("workitem.column." + known.key()).equalsIgnoreCase(column));
    }

    private static Optional<FieldMappingResult> refused(Part part, String key, Object... arguments) {
        return Optional.of(new Refused(part, Texts.of("workitem.mapping.refused." + key, arguments)));
    }
}
