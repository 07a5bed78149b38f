package tallyfold.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.workitem.internal.ContentHash;
import tallyfold.workitem.internal.ItemCounts;
import tallyfold.workitem.internal.ItemFieldRepository;
import tallyfold.workitem.internal.ItemFieldRepository.Cell;
import tallyfold.workitem.internal.LinkItemRepository;
import tallyfold.workitem.internal.ShownCounts;
import tallyfold.workitem.internal.StateChangeRepository;
import tallyfold.workitem.internal.StoredItemRepository;
import tallyfold.workitem.internal.StoredTime;
import tallyfold.workitem.internal.WorkItemWriteRepository;
import tallyfold.workitem.internal.WorkItemWriteRepository.Stored;
import tallyfold.workitem.internal.WorkItemWriteRepository.Writing;

/** Writes work items; for the engine, inside its transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WorkItemStore {

    private final WorkItemWriteRepository items;
    private final LinkItemRepository linkItems;
    private final StoredItemRepository stored;
    private final StateChangeRepository states;
    private final ItemFieldRepository fields;
    private final ProjectFieldStore projectFields;
    private final ItemCounts counts;

    WorkItemStore(
            WorkItemWriteRepository items,
            LinkItemRepository linkItems,
            StoredItemRepository stored,
            StateChangeRepository states,
            ItemFieldRepository fields,
            ProjectFieldStore projectFields,
            ItemCounts counts) {
        this.items = items;
        this.fields = fields;
        this.projectFields = projectFields;
        this.counts = counts;
        this.states = states;
        this.linkItems = linkItems;
        this.stored = stored;
    }

    /** What is stored of some items, by number; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<Long, StoredItem> stored(ConnectionId connection, Collection<Long> ids) {
        return stored.find(connection, ids);
    }

    /**
     * Stores items read through a link. Reads what is stored first and writes only what is newer; a lower revision never
     * replaces a higher one. Items that were marked as removed return.
     *
     * @param read at most some thousand; of several with one id the highest revision counts
     */
    public StoredPage store(Link link, List<ReadWorkItem> read) {
        Map<Long, ReadWorkItem> newest = new LinkedHashMap<>();
        read.forEach(one -> newest.merge(
                one.item().id(), one, (a, b) -> b.item().rev() > a.item().rev() ? b : a));
        Map<Long, Stored> stored = items.stored(link, newest.keySet());
        List<Writing> fresh = new ArrayList<>();
        List<Writing> newer = new ArrayList<>();
        Set<Long> changed = new HashSet<>();
        List<Long> rewritten = new ArrayList<>();
        newest.forEach((id, one) -> {
            String hash = one.imprint();
            Stored before = stored.get(id);
            if (before == null) {
                fresh.add(new Writing(one.item(), one.category(), hash));
                changed.add(id);
            } else if (isNews(one, hash, before)) {
                newer.add(new Writing(one.item(), one.category(), hash));
                changed.add(id);
                if (before.rev() == one.item().rev() && ContentHash.differsInContent(before.hash(), hash)) {
                    rewritten.add(id);
                }
            }
        });
        Map<Cell, String> cells = fields.news(
                link.connection(),
                newest.values().stream()
                        .map(ReadWorkItem::item)
                        .filter(item -> isCurrent(item, stored.get(item.id())))
                        .toList());
        cells.keySet().forEach(cell -> changed.add(cell.item()));
        LinkItemRepository.Hidden hidden = hidden(newest.keySet(), stored);
        Set<Long> added = hidden.all();
        Set<Long> touched = new HashSet<>(added);
        touched.addAll(changed);
        touched.retainAll(stored.keySet());
        ShownCounts shown = counts.before(link.connection(), touched);
        items.insert(link.connection(), fresh);
        states.leave(link.connection(), inAnotherState(newer, stored));
        items.write(link.connection(), newer);
        fields.write(link.connection(), cells);
        linkItems.show(link, hidden);
        counts.appeared(link, fresh);
        counts.changed(link, touched, shown);
        if (!cells.isEmpty() && ProjectFieldStore.speaksForProject(link)) {
            projectFields.refresh(link.project());
        }
        int changedOnly =
                (int) changed.stream().filter(id -> !added.contains(id)).count();
        return new StoredPage(added.size(), changedOnly, newest.size() - added.size() - changedOnly, rewritten);
    }

    /** Those the link does not show. */
    private static LinkItemRepository.Hidden hidden(Set<Long> ids, Map<Long, Stored> stored) {
        List<Long> unknown = new ArrayList<>();
        List<Long> removed = new ArrayList<>();
        for (Long id : ids) {
            Stored before = stored.get(id);
            if (before == null || before.shown() == null) {
                unknown.add(id);
            } else if (!before.shown()) {
                removed.add(id);
            }
        }
        return new LinkItemRepository.Hidden(unknown, removed);
    }

    private static List<Long> inAnotherState(List<Writing> newer, Map<Long, Stored> stored) {
        return newer.stream()
                .map(Writing::item)
                .filter(item -> !Objects.equals(
                        Objects.requireNonNull(stored.get(item.id())).stateChanged(),
                        StoredTime.fitOrNull(item.stateChanged())))
                .map(RemoteWorkItem::id)
                .toList();
    }

    private static boolean isCurrent(RemoteWorkItem item, @Nullable Stored before) {
        return before == null || item.rev() >= before.rev();
    }

    private static boolean isNews(ReadWorkItem read, String hash, Stored before) {
        if (read.item().rev() != before.rev()) {
            return read.item().rev() > before.rev();
        }
        return !hash.equals(before.hash()) || !read.category().name().equals(before.category());
    }

    /** Keeps the changes of state that revisions of stored items tell, whichever link shows these. */
    public void keepStates(ConnectionId connection, Collection<RemoteWorkItem> revisions) {
        states.add(connection, revisions);
    }

    /** The ids a link shows, ascending; what is marked as removed is left out. */
    public long[] shown(Link link) {
        return linkItems.shown(link);
    }

    /** Marks items that the source does not list any more. */
    public void markRemoved(Link link, Collection<Long> ids, Instant when) {
        ShownCounts before = counts.before(link.connection(), ids);
        linkItems.markRemoved(link, ids, when);
        counts.changed(link, ids, before);
    }

    /** Has a link no longer show items that are not part of it any more; what no other link shows goes with them. */
    public void leave(Link link, Collection<Long> ids) {
        ShownCounts before = counts.before(link.connection(), ids);
        linkItems.delete(link, ids);
        items.deleteUnlinked(link.connection(), ids);
        counts.changed(link, ids, before);
    }

    /**
     * Drops items that were marked as removed before the given time.
     *
     * @return how many
     */
    @Transactional
    public int purgeRemoved(Instant before) {
        counts.touched(linkItems.withRemoved(before));
        int purged = linkItems.deleteRemoved(before);
        if (purged > 0) {
            items.deleteUnlinked();
        }
        return purged;
    }
}
