package tallyfold.project.internal;

import java.util.ArrayList;
import java.util.List;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;

/** Which parts a wish for parts comes to. */
public final class ElementSelection {

    private ElementSelection() {}

    /** Each part once, with what lies below when either wish had it; the whole project takes in all else. */
    public static List<Element> tidy(List<Element> wished) {
        if (wished.stream().anyMatch(each -> each.kind() == ElementKind.PROJECT)) {
            return List.of(Element.WHOLE_PROJECT);
        }
        List<Element> tidy = new ArrayList<>();
        for (Element each : wished) {
            int at = 0;
            while (at < tidy.size() && !tidy.get(at).samePart(each)) {
                at++;
            }
            if (at == tidy.size()) {
                tidy.add(each);
            } else if (each.below()) {
                tidy.set(at, each);
            }
        }
        return List.copyOf(tidy);
    }

    /** Whether a part is among the given ones, or one of these takes in the whole project. */
    public static boolean covers(List<Element> elements, Element part) {
        return elements.stream().anyMatch(each -> each.kind() == ElementKind.PROJECT || each.samePart(part));
    }
}
