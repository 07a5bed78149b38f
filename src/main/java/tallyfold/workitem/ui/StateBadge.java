package tallyfold.workitem.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** A state as its process calls it, with the icon of what it means and the process's own colour beside. */
public final class StateBadge extends Span {

    /**
     * A state.
     *
     * @param color six hexadecimal digits; null leaves the process's colour out
     */
    public StateBadge(String state, StateCategory category, @Nullable String color) {
        addClassName("tf-state");
        setTitle(word(category));
        add(icon(category));
        if (color != null) {
            Span swatch = new Span();
            swatch.addClassName("tf-state-swatch");
            swatch.getStyle().set("--tf-state-color", "#" + color);
            swatch.getElement().setAttribute("aria-hidden", "true");
            add(swatch);
        }
        add(new Span(state));
    }

    /** The icon of a category in its colour. */
    public static SvgIcon icon(StateCategory category) {
        Symbol symbol = switch (category) {
            case PROPOSED -> Symbol.STATE_PROPOSED;
            case IN_PROGRESS -> Symbol.STATE_IN_PROGRESS;
            case RESOLVED -> Symbol.STATE_RESOLVED;
            case COMPLETED -> Symbol.STATE_COMPLETED;
            case REMOVED -> Symbol.STATE_REMOVED;
        };
        return symbol.icon(className(category));
    }

    /** "In Progress". */
    public static String word(StateCategory category) {
        return Texts.of("workitem.category." + category.name());
    }

    /** The class that carries the colour of a category. */
    static String className(StateCategory category) {
        return switch (category) {
            case PROPOSED -> "tf-proposed";
            case IN_PROGRESS -> "tf-in-progress";
            case RESOLVED -> "tf-resolved";
            case COMPLETED -> "tf-completed";
            case REMOVED -> "tf-removed";
        };
    }
}
