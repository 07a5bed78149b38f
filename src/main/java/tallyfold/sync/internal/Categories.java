package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.sync.SyncWarning;
import tallyfold.workitem.ReadWorkItem;

/** Makes a page out of an answer: only what was asked for, each item once, each with what its state means. */
final class Categories {

    private final Function<RemoteWorkItem, Optional<StateCategory>> catalog;

    Categories(Function<RemoteWorkItem, Optional<StateCategory>> catalog) {
        this.catalog = catalog;
    }

    ReadPage page(int index, List<Long> asked, BatchReader.Answer answer) {
        Set<Long> missing = new HashSet<>(asked);
        Map<Long, RemoteWorkItem> newest = new LinkedHashMap<>();
        for (RemoteWorkItem item : answer.items()) {
            if (asked.contains(item.id())) {
                missing.remove(item.id());
                newest.merge(item.id(), item, (a, b) -> b.rev() > a.rev() ? b : a);
            }
        }
        List<SyncWarning> warnings = new ArrayList<>(answer.warnings());
        answer.warnings().forEach(warning -> missing.remove(warning.item()));
        missing.stream().sorted().forEach(id -> warnings.add(new SyncWarning(id, "ITEM_NOT_DELIVERED", "")));
        List<ReadWorkItem> items = newest.values().stream()
                .map(item -> categorized(item, warnings))
                .toList();
        return new ReadPage(index, asked.size(), asked.getLast(), items, warnings);
    }

    private ReadWorkItem categorized(RemoteWorkItem item, List<SyncWarning> warnings) {
        item.warnings().forEach(odd -> warnings.add(new SyncWarning(item.id(), "ITEM_ODD", odd)));
        StateCategory category = catalog.apply(item).orElseGet(() -> {
            warnings.add(new SyncWarning(item.id(), "STATE_UNKNOWN", ""));
            return StateCategory.PROPOSED;
        });
        return new ReadWorkItem(item, category);
    }
}
