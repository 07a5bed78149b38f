package tallyfold.project;

import java.util.List;
import java.util.Map;
import tallyfold.provider.Element;

/** What became of a wish to make or change a link. */
public sealed interface LinkResult {

    /** Done; its load is under way. */
    record Linked(Link link) implements LinkResult {}

    /**
     * Nothing was changed.
     *
     * @param reason a sentence with what to do
     * @param elements a sentence for each element that stands in the way; empty when none does
     */
    record Refused(String reason, Map<Element, String> elements) implements LinkResult {
        public Refused {
            elements = Map.copyOf(elements);
        }

        public Refused(String reason) {
            this(reason, Map.of());
        }
    }

    /** Nothing was changed yet: other links cover the same. Ask again with these acknowledged to do it all the same. */
    record Overlapping(List<LinkOverlap> overlaps) implements LinkResult {
        public Overlapping {
            overlaps = List.copyOf(overlaps);
        }
    }

    /** Nothing was changed yet: the project has a schedule of its own. Ask again with one chosen. */
    record ScheduleQuestion(Project project) implements LinkResult {}
}
