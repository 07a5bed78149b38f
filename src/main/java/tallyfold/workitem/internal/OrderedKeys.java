package tallyfold.workitem.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tallyfold.kernel.PageQuery;
import tallyfold.workitem.WorkItemFilter;

/**
 * Remembers in which order a project's items were last shown, so that scrolling does not sort them anew for each page. An
 * index for each column to sort by would cost every item that is stored more than all the rest of storing it; decision
 * record 012 has the figures.
 */
@Component
public class OrderedKeys {

    /** After the last look at it. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** In all orders together, ten bytes each. */
    private static final long MOST_KEYS = 2_000_000;

    /** @param parentless only items whose parent is not in the project */
    record Question(ReadingScope scope, WorkItemFilter filter, List<PageQuery.Sort> sort, boolean parentless) {}

    private final Cache<Question, KeyList> answers = Caffeine.newBuilder()
            .<Question, KeyList>weigher((_, keys) -> keys.size() + 100)
            .maximumWeight(MOST_KEYS)
            .expireAfterAccess(KEPT)
            .build();

    KeyList of(Question question, Supplier<KeyList> read) {
        return answers.get(question, _ -> read.get());
    }
}
