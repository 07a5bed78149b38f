package tallyfold.project;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.Element;

/** What a link is to be from now on; parts as in {@link LinkDraft}. */
public record LinkChange(
        List<Element> elements,
        boolean assignedOnly,
        @Nullable Rhythm rhythm,
        Set<LinkId> acknowledged) {

    public LinkChange {
        elements = List.copyOf(elements);
        acknowledged = Set.copyOf(acknowledged);
    }
}
