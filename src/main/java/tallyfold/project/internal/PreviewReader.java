package tallyfold.project.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.project.LinkPreview;
import tallyfold.provider.Element;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;

/** Counts what parts of a remote project cover. Asks the network; looks for an interrupt before each question. */
@Component
public class PreviewReader {

    /** Of more items than this nobody wants to wait for the types. */
    static final int MOST_LOOKED_AT = 1_000;

    private final ConnectionSessions sessions;

    PreviewReader(ConnectionSessions sessions) {
        this.sessions = sessions;
    }

    public LinkPreview read(
            ConnectionId connection, RemoteProjectId remote, List<Element> elements, LongConsumer countedSoFar) {
        try (ProviderSession session = sessions.open(connection)) {
            List<LinkPreview.Part> parts = new ArrayList<>();
            LongStream.Builder all = LongStream.builder();
            long counted = 0;
            for (Element element : elements) {
                long before = counted;
                try {
                    long[] ids = ids(session, remote, element, more -> countedSoFar.accept(before + more));
                    counted += ids.length;
                    Arrays.stream(ids).forEach(all);
                    parts.add(new LinkPreview.Part(element, (long) ids.length, null));
                } catch (ProviderException e) {
                    if (!e.failure().concernsOneElement()) {
                        throw e;
                    }
                    parts.add(new LinkPreview.Part(element, null, e.failure()));
                }
            }
            long[] every = all.build().sorted().toArray();
            long[] union = Arrays.stream(every).distinct().toArray();
            Map<String, Long> byType = union.length <= MOST_LOOKED_AT ? byType(session, union) : Map.of();
            return new LinkPreview(union.length, shared(every), parts, byType);
        }
    }

    /** How many ids come more than once among sorted ones. */
    private static long shared(long[] sorted) {
        long shared = 0;
        for (int i = 1; i < sorted.length; i++) {
            boolean again = sorted[i] == sorted[i - 1];
            boolean counted = i > 1 && sorted[i - 1] == sorted[i - 2];
            if (again && !counted) {
                shared++;
            }
        }
        return shared;
    }

    private static long[] ids(
            ProviderSession session, RemoteProjectId remote, Element element, LongConsumer countedSoFar) {
        LongStream.Builder ids = LongStream.builder();
        long counted = 0;
        long after = 0;
        boolean more = true;
        while (more) {
            obeyInterrupt();
            long from = after;
            RemotePage<Long> page = session.workItemIds(remote, element, from);
            for (long id : page.items()) {
                if (id <= after) {
                    throw new ProviderException(new ProviderFailure.UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
                }
                ids.add(id);
                after = id;
            }
            counted += page.items().size();
            countedSoFar.accept(counted);
            more = page.continuation() != null && after > from;
        }
        return ids.build().toArray();
    }

    /** Most frequent first; empty when an item cannot be read, which says nothing of what is covered. */
    private static Map<String, Long> byType(ProviderSession session, long[] ids) {
        Map<String, Long> counts = new HashMap<>();
        int size = session.batchSize();
        for (int from = 0; from < ids.length; from += size) {
            obeyInterrupt();
            List<Long> batch = Arrays.stream(ids, from, Math.min(from + size, ids.length))
                    .boxed()
                    .toList();
            @Nullable List<RemoteWorkItem> items = items(session, batch);
            if (items == null) {
                return Map.of();
            }
            items.forEach(item -> counts.merge(item.type(), 1L, Long::sum));
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(type -> sorted.put(type.getKey(), type.getValue()));
        return sorted;
    }

    private static @Nullable List<RemoteWorkItem> items(ProviderSession session, List<Long> batch) {
        try {
            return session.workItems(batch);
        } catch (ProviderException e) {
            if (e.failure() instanceof ProviderFailure.UnexpectedAnswer
                    || e.failure().concernsOneElement()) {
                return null;
            }
            throw e;
        }
    }

    private static void obeyInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The preview is not wanted any more");
        }
    }
}
