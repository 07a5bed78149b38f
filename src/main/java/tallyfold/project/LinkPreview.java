package tallyfold.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.Element;
import tallyfold.provider.ProviderFailure;

/**
 * What a link would cover now.
 *
 * @param total items covered, each counted once
 * @param shared items that are in more than one of the elements
 * @param parts each element with its own count, in the order asked for
 * @param byType how many of each type, most frequent first; empty when there are too many items to look at each
 */
public record LinkPreview(long total, long shared, List<Part> parts, Map<String, Long> byType) {

    public LinkPreview {
        parts = List.copyOf(parts);
        byType = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(byType));
    }

    /**
     * One element.
     *
     * @param count how many items it covers; null when it could not be read
     * @param failure why it could not be read; null when it was
     */
    public record Part(
            Element element, @Nullable Long count, @Nullable ProviderFailure failure) {}
}
