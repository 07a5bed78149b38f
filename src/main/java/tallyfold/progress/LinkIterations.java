package tallyfold.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;

/**
 * The iterations of one linked system as a tree.
 *
 * @param planTypes names of the types its process plans by, which may be none
 * @param rows every iteration, each before those below it, siblings by start, then by name
 * @param unknown counted items whose iteration the link does not know
 * @param unknownItems the same, of every type
 */
public record LinkIterations(LinkId link, List<String> planTypes, List<Row> rows, Share unknown, long unknownItems) {

    public LinkIterations {
        planTypes = List.copyOf(planTypes);
        rows = List.copyOf(rows);
    }

    /**
     * One iteration.
     *
     * @param path as items carry it
     * @param depth 0 for the root
     * @param start first day; null when it has none
     * @param finish last day; null likewise; before the start where the source has it so
     * @param own counted items in it directly
     * @param withBelow counted items in it and everything below it
     * @param items of every type but the removed ones, in it directly
     * @param itemsWithBelow the same with everything below it
     */
    public record Row(
            String path,
            String name,
            int depth,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            IterationState state,
            Share own,
            Share withBelow,
            long items,
            long itemsWithBelow) {}
}
