package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.WorkItem;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemBatch;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.RemoteWorkItem;

/** Reads items by batch. */
final class WorkItemReader {

    private final Conversation conversation;
    private final WorkItemApi workItems;
    private final AzureDevOpsMapper mapper;
    private final KnownFields fields;

    WorkItemReader(Conversation conversation, WorkItemApi workItems, AzureDevOpsMapper mapper, KnownFields fields) {
        this.fields = fields;
        this.conversation = conversation;
        this.workItems = workItems;
        this.mapper = mapper;
    }

    List<RemoteWorkItem> items(Collection<Long> ids) {
        if (ids.size() > WorkItemBatch.MAX_IDS) {
            throw new IllegalArgumentException("At most " + WorkItemBatch.MAX_IDS + " ids");
        }
        List<Long> wanted = ids.stream().distinct().toList();
        Set<Long> asked = new HashSet<>(wanted);
        Map<Long, RemoteWorkItem> items = new LinkedHashMap<>();
        List<WorkItem> answered = batch(wanted);
        Set<String> more = fields.more();
        for (WorkItem item : answered) {
            if (asked.contains(item.id())) {
                items.putIfAbsent(item.id(), mapper.workItem(item, more));
            }
        }
        return List.copyOf(items.values());
    }

    /** An item that is gone is left out; where the service fails the batch for it all the same, halves find it. */
    private List<WorkItem> batch(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            return withKnownFields(ids).present().toList();
        } catch (ProviderException refused) {
            if (!(refused.failure() instanceof NotFound)) {
                throw refused;
            }
            if (ids.size() == 1) {
                return List.of();
            }
            List<WorkItem> both = new ArrayList<>(batch(ids.subList(0, ids.size() / 2)));
            both.addAll(batch(ids.subList(ids.size() / 2, ids.size())));
            return both;
        }
    }

    private Listing<WorkItem> withKnownFields(List<Long> ids) {
        return fields.asking(
                names -> conversation.ask(ApiArea.WORK, () -> workItems.batch(new WorkItemBatch(ids, names, "omit"))));
    }
}
