package tallyfold.sync.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.stream.LongStream;
import tallyfold.project.Link;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;

/**
 * Reads one link from the network: structure, people, then the ids of its items, then the items in batches; when no part at
 * all can be read, the run fails for the reason the first of them gave. Runs on virtual
 * threads and hands everything to the writing thread through a bounded queue.
 */
final class LinkReader implements Runnable {

    private final LinkLoad load;
    private final Asking asking;
    private final BlockingQueue<Message> out;
    private final BatchReader batches;
    private final RunStates states;

    LinkReader(LinkLoad load, Asking asking, BlockingQueue<Message> out) {
        this.load = load;
        this.asking = asking;
        this.out = out;
        this.batches = new BatchReader(asking.session());
        this.states = new RunStates(load, asking, out);
    }

    @Override
    public void run() {
        Reporting.run(load, out, () -> {
            Link link = load.lease().link();
            RemoteStructure structure = states.readStructure();
            Map<String, List<RemotePerson>> people = new PeopleReader(link, asking).read(structure);
            SelectionReader selection = new SelectionReader(link, asking);
            Map<Element, ElementChoice> seen = selection.seen();
            long[] ids = selection.ids();
            Map<Element, ProviderFailure> unreadable = selection.unreadable();
            int from = firstAfter(ids, load.lease().afterId());
            int size = asking.session().batchSize();
            boolean nothing = !unreadable.isEmpty()
                    && unreadable.size() == link.elements().size();
            int pages = nothing ? -1 : (ids.length - from + size - 1) / size;
            load.list(ids);
            out.put(new Message.Described(load, structure, people, seen, codes(unreadable), pages));
            if (nothing) {
                throw new ProviderException(unreadable.values().iterator().next());
            }
            for (int index = 0; index < pages; index++) {
                load.window().enter();
                int start = from + index * size;
                List<Long> batch = LongStream.of(Arrays.copyOfRange(ids, start, Math.min(start + size, ids.length)))
                        .boxed()
                        .toList();
                int page = index;
                load.threads().execute(() -> Reporting.run(load, out, () -> readBatch(page, batch)));
            }
        });
    }

    private static Map<Element, String> codes(Map<Element, ProviderFailure> unreadable) {
        Map<Element, String> codes = new LinkedHashMap<>();
        unreadable.forEach((element, failure) -> codes.put(element, failure.code()));
        return codes;
    }

    private void readBatch(int index, List<Long> ids) throws InterruptedException {
        BatchReader.Answer answer = asking.ask(() -> batches.read(ids));
        Categories categories = new Categories(states::category);
        out.put(new Message.PageRead(load, categories.page(index, ids, answer)));
    }

    private static int firstAfter(long[] ids, long after) {
        int found = Arrays.binarySearch(ids, after);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
