package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import tallyfold.provider.RemoteWorkItem;

/** Asks the source for items it does not list any more, because leaving a selection looks the same as being deleted. */
final class GoneReader implements Runnable {

    private final LinkLoad load;
    private final Asking asking;
    private final BlockingQueue<Message> out;
    private final long[] ids;

    GoneReader(LinkLoad load, Asking asking, BlockingQueue<Message> out, long[] ids) {
        this.load = load;
        this.asking = asking;
        this.out = out;
        this.ids = ids;
    }

    @Override
    public void run() {
        Reporting.run(load, out, () -> {
            BatchReader batches = new BatchReader(asking.session());
            List<RemoteWorkItem> answered = new ArrayList<>();
            Set<Long> unreadable = new HashSet<>();
            int size = asking.session().batchSize();
            for (int from = 0; from < ids.length; from += size) {
                List<Long> batch = Arrays.stream(ids, from, Math.min(from + size, ids.length))
                        .boxed()
                        .toList();
                BatchReader.Answer answer = asking.ask(() -> batches.read(batch));
                answered.addAll(answer.items());
                answer.warnings().forEach(warning -> unreadable.add(warning.item()));
            }
            out.put(new Message.GoneRead(load, Gone.of(ids, answered, unreadable, load::isElsewhere)));
        });
    }
}
