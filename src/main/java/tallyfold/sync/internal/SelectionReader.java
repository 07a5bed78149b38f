package tallyfold.sync.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import tallyfold.project.Link;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemotePage;

/** Reads what the parts of a link cover and what they are called now. What concerns one part only is kept, not thrown. */
final class SelectionReader {

    private final Link link;
    private final Asking asking;
    private final Map<Element, ProviderFailure> unreadable = new LinkedHashMap<>();

    SelectionReader(Link link, Asking asking) {
        this.link = link;
        this.asking = asking;
    }

    /** Ids of all parts that can be read, ascending, each once. */
    long[] ids() throws InterruptedException {
        LongStream.Builder ids = LongStream.builder();
        for (LinkedElement each : link.elements()) {
            try {
                add(each.element(), ids);
            } catch (ProviderException e) {
                if (!e.failure().concernsOneElement()) {
                    throw e;
                }
                unreadable.put(each.element(), e.failure());
            }
        }
        return ids.build().sorted().distinct().toArray();
    }

    /** Why parts could not be read, after {@link #ids}. */
    Map<Element, ProviderFailure> unreadable() {
        return unreadable;
    }

    /** A list that does not ascend would never end and is refused. */
    private void add(Element element, LongStream.Builder ids) throws InterruptedException {
        long after = 0;
        boolean more = true;
        while (more) {
            long from = after;
            RemotePage<Long> page = asking.ask(() -> asking.session().workItemIds(link.remoteProject(), element, from));
            for (long id : page.items()) {
                if (id <= after) {
                    throw new ProviderException(new ProviderFailure.UnexpectedAnswer(
                            ProviderFailure.UnexpectedAnswer.Oddity.REPEATED_PAGE, 200));
                }
                ids.add(id);
                after = id;
            }
            more = page.continuation() != null && after > from;
        }
    }

    /** The parts as they are called now; the whole project is named by its structure. */
    Map<Element, ElementChoice> seen() throws InterruptedException {
        Map<Element, ElementChoice> seen = new LinkedHashMap<>();
        for (LinkedElement each : link.elements()) {
            Element element = each.element();
            if (element.kind() == ElementKind.PROJECT) {
                continue;
            }
            try {
                seen.put(element, asking.ask(() -> asking.session().element(link.remoteProject(), element)));
            } catch (ProviderException e) {
                // A part that is gone keeps its last name; reading its ids tells what is wrong with it.
                if (!e.failure().concernsOneElement()) {
                    throw e;
                }
            }
        }
        return seen;
    }
}
