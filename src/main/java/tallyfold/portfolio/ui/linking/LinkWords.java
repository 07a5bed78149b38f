package tallyfold.portfolio.ui.linking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.project.Link;
import tallyfold.project.LinkedElement;
import tallyfold.provider.ElementKind;

/** A link in words. */
public final class LinkWords {

    private LinkWords() {}

    /** "contoso / Payments". */
    public static String system(Link link) {
        return link.organization() + " / " + link.remoteName();
    }

    /** "whole project", "area Invoice, 2 teams". */
    public static String covers(Link link) {
        return Stream.of(ElementKind.values())
                .map(kind -> covers(
                        kind,
                        link.elements().stream()
                                .filter(each -> each.element().kind() == kind)
                                .toList()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String covers(ElementKind kind, List<LinkedElement> elements) {
        if (elements.isEmpty()) {
            return "";
        }
        String name = ElementSelection.name(elements.getFirst());
        String last = ElementSelection.tree(kind) ? name.substring(name.lastIndexOf('\\') + 1) : name;
        return KindWords.of("part", kind, elements.size(), last);
    }
}
