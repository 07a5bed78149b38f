package tallyfold.workitem;

import java.util.List;
import tallyfold.provider.RemoteField;

/** A mapping as somebody wants it; see {@link FieldMapping}. */
public record FieldMappingDraft(
        String type, RemoteField field, FieldTarget target, String column, List<FieldRule> rules) {

    public FieldMappingDraft {
        column = target == FieldTarget.COLUMN ? column.strip() : "";
        rules = List.copyOf(rules);
    }
}
