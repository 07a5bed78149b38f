package tallyfold.sync.internal;

import java.util.List;
import java.util.Set;
import tallyfold.sync.SyncWarning;
import tallyfold.workitem.ReadWorkItem;

/**
 * The items of one batch of ids.
 *
 * @param index place of the batch among those of its run, from 0
 * @param asked how many ids were asked for
 * @param lastId greatest id asked for
 */
record ReadPage(int index, int asked, long lastId, List<ReadWorkItem> items, List<SyncWarning> warnings) {

    ReadPage {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }

    /** The same but for some items. */
    ReadPage without(Set<Long> others) {
        return others.isEmpty()
                ? this
                : new ReadPage(
                        index,
                        asked,
                        lastId,
                        items.stream()
                                .filter(each -> !others.contains(each.item().id()))
                                .toList(),
                        warnings.stream()
                                .filter(each -> each.item() == null || !others.contains(each.item()))
                                .toList());
    }
}
