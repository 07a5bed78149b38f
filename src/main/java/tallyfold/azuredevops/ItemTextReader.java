package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemText;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.RemoteItemText;
import tallyfold.provider.RemoteItemText.Format;
import tallyfold.provider.RemoteItemText.Kind;
import tallyfold.provider.RemoteItemText.Part;

/** Reads the long texts of one item for somebody who waits for them. */
final class ItemTextReader {

    private static final Map<Kind, String> FIELDS = new EnumMap<>(Map.of(
            Kind.DESCRIPTION, "System.Description",
            Kind.ACCEPTANCE_CRITERIA, "Microsoft.VSTS.Common.AcceptanceCriteria",
            Kind.REPRO_STEPS, "Microsoft.VSTS.TCM.ReproSteps"));

    private final Conversation conversation;
    private final WorkItemApi workItems;

    ItemTextReader(Conversation conversation, WorkItemApi workItems) {
        this.conversation = conversation;
        this.workItems = workItems;
    }

    RemoteItemText read(long id) {
        WorkItemText item = ask(id);
        FieldReader fields = new FieldReader(item.fields());
        List<Part> parts = new ArrayList<>();
        FIELDS.forEach((kind, name) -> {
            String content = fields.text(name);
            if (!content.isBlank()) {
                parts.add(new Part(kind, format(item, name), content));
            }
        });
        return new RemoteItemText(parts);
    }

    private WorkItemText ask(long id) {
        try {
            return conversation.ask(ApiArea.WORK, Effort.PERSON_WAITS, () -> workItems.text(id));
        } catch (ProviderException refused) {
            if (refused.failure() instanceof NotFound(NotFound.What what) && what == NotFound.What.OTHER) {
                throw new ProviderException(new NotFound(NotFound.What.WORK_ITEM));
            }
            throw refused;
        }
    }

    private static Format format(WorkItemText item, String field) {
        Map<String, ?> formats = item.multilineFieldsFormat() == null ? Map.of() : item.multilineFieldsFormat();
        return "markdown".equalsIgnoreCase(String.valueOf(formats.get(field))) ? Format.MARKDOWN : Format.HTML;
    }
}
