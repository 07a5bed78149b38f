package tallyfold.portfolio.ui.linking;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;

/**
 * What a link is to cover while somebody chooses: the whole project, or the parts that are ticked. Ticked parts are kept
 * while the whole is looked at, so that going there and back loses nothing. Knows no component.
 */
final class ElementSelection {

    private static final String BELOW = "\\";

    private final Map<Element, Chosen> parts = new LinkedHashMap<>();
    private boolean whole = true;

    /**
     * A part somebody chose.
     *
     * @param name a path for areas and iterations, else what people call it
     * @param type type of a work item as far as known
     */
    record Chosen(Element element, String name, @Nullable String type) {

        private boolean covers(ElementKind kind, String path) {
            return element.kind() == kind && element.below() && path.startsWith(name + BELOW);
        }
    }

    /** How a choice stands. */
    enum Mark {
        NONE,
        TICKED,
        /** Something above it is ticked with all that is below. */
        INCLUDED,
        /** Something below it is ticked. */
        PARTLY
    }

    /** Begins with what a link covers. */
    void take(Collection<LinkedElement> elements) {
        parts.clear();
        whole = elements.stream().anyMatch(each -> each.element().kind() == ElementKind.PROJECT);
        elements.stream()
                .filter(each -> each.element().kind() != ElementKind.PROJECT)
                .forEach(each -> put(new Chosen(each.element(), name(each), null)));
    }

    boolean whole() {
        return whole;
    }

    void whole(boolean all) {
        whole = all;
    }

    /** The parts in the order they were ticked, whether they count or not. */
    List<Chosen> parts() {
        return List.copyOf(parts.values());
    }

    long count(ElementKind kind) {
        return parts.values().stream()
                .filter(each -> each.element().kind() == kind)
                .count();
    }

    /** What the link is to cover; empty when nothing is chosen. */
    List<Element> elements() {
        return whole
                ? List.of(Element.WHOLE_PROJECT)
                : parts.values().stream().map(Chosen::element).toList();
    }

    Mark mark(ElementChoice choice) {
        if (parts.containsKey(key(choice.element(true)))) {
            return Mark.TICKED;
        }
        if (!tree(choice.kind())) {
            return Mark.NONE;
        }
        if (parts.values().stream().anyMatch(each -> each.covers(choice.kind(), choice.path()))) {
            return Mark.INCLUDED;
        }
        String below = choice.path() + BELOW;
        boolean partly = parts.values().stream()
                .anyMatch(each ->
                        each.element().kind() == choice.kind() && each.name().startsWith(below));
        return partly ? Mark.PARTLY : Mark.NONE;
    }

    /** Ticks a choice with all below it; what is ticked below needs no tick of its own any more. */
    void tick(ElementChoice choice) {
        whole = false;
        if (tree(choice.kind())) {
            Chosen above = new Chosen(choice.element(true), choice.path(), null);
            parts.values().removeIf(each -> above.covers(each.element().kind(), each.name()));
            put(above);
        } else {
            put(new Chosen(choice.element(true), name(choice), choice.type()));
        }
    }

    void untick(Element element) {
        parts.remove(key(element));
    }

    /** Whether what lies below a ticked area or iteration belongs to it. */
    void below(Element element, boolean below) {
        parts.computeIfPresent(
                key(element),
                (_, found) ->
                        new Chosen(new Element(element.kind(), element.key(), below), found.name(), found.type()));
    }

    /** "41033 Refunds" for a work item, else what people call it. */
    static String name(ElementChoice choice) {
        return choice.kind() == ElementKind.WORK_ITEM ? choice.key() + " " + choice.name() : choice.name();
    }

    /** As {@link #name(ElementChoice)}; a path for areas and iterations. */
    static String name(LinkedElement linked) {
        Element element = linked.element();
        return element.kind() == ElementKind.WORK_ITEM ? element.key() + " " + linked.name() : linked.name();
    }

    static boolean tree(ElementKind kind) {
        return kind == ElementKind.AREA || kind == ElementKind.ITERATION;
    }

    /** The same for a part with and without what lies below. */
    static Element key(Element element) {
        return Element.of(element.kind(), element.key());
    }

    private void put(Chosen chosen) {
        parts.put(key(chosen.element()), chosen);
    }
}
