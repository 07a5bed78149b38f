package tallyfold.azuredevops;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemField;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.RemoteField;

/** Lists the fields of an organization for somebody who is to choose one. */
final class FieldList {

    private static final int LONGEST_REFERENCE = 256;

    private final Conversation conversation;
    private final WorkItemApi workItems;

    FieldList(Conversation conversation, WorkItemApi workItems) {
        this.conversation = conversation;
        this.workItems = workItems;
    }

    List<RemoteField> read() {
        return conversation
                .ask(ApiArea.WORK, Effort.SHORTLY, workItems::fields)
                .present()
                .flatMap(field -> field(field).stream())
                .sorted(Comparator.comparing(RemoteField::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(RemoteField::reference))
                .toList();
    }

    /** Long texts are left out: the feed does not tell them, and nobody wants them in a column. */
    private static Optional<RemoteField> field(WorkItemField field) {
        String reference = Plain.text(field.referenceName());
        String name = Plain.text(field.name());
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE || reference.equals(WorkItemFields.DELETED)) {
            return Optional.empty();
        }
        RemoteField.Type type = switch (field.type() == null ? "" : field.type().toLowerCase(Locale.ROOT)) {
            case "string" -> Boolean.TRUE.equals(field.isIdentity()) ? RemoteField.Type.PERSON : RemoteField.Type.TEXT;
            case "treepath", "guid", "pickliststring" -> RemoteField.Type.TEXT;
            case "integer", "double", "picklistinteger", "picklistdouble" -> RemoteField.Type.NUMBER;
            case "datetime" -> RemoteField.Type.TIME;
            case "boolean" -> RemoteField.Type.TRUTH;
            case "identity" -> RemoteField.Type.PERSON;
            default -> null;
        };
        return type == null
                ? Optional.empty()
                : Optional.of(new RemoteField(reference, name.isBlank() ? reference : name, type));
    }
}
