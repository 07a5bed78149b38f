package tallyfold.provider;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be chosen, or opened to find what can be, as the source system has it now.
 *
 * @param key key of the {@link Element} it would be; for a folder what opens it
 * @param name what people call it: the last part of a path, or a title
 * @param path where it stands, its own name included, for example {@code Shop\Checkout}; empty where there is no tree
 * @param selectable false for a folder, which can only be opened
 * @param expandable whether there is something below it
 * @param type type of a work item; null for all else
 * @param state state of a work item; null for all else
 * @param start first day of an iteration; null when it has none, and for all else
 * @param finish last day likewise
 */
public record ElementChoice(
        ElementKind kind,
        String key,
        String name,
        String path,
        boolean selectable,
        boolean expandable,
        @Nullable String type,
        @Nullable String state,
        @Nullable LocalDate start,
        @Nullable LocalDate finish) {

    /** The element this choice makes. */
    public Element element(boolean below) {
        return new Element(kind, key, below);
    }
}
