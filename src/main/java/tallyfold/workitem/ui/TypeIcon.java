package tallyfold.workitem.ui;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.WorkItemLevel;
import tallyfold.uikit.Symbol;

/** The pictogram of a work item type in the colour of its process, with the type's name for those who cannot see it. */
public final class TypeIcon extends Span {

    /**
     * A pictogram.
     *
     * @param color six hexadecimal digits; null for the colour of text
     */
    public TypeIcon(String type, WorkItemLevel level, @Nullable String icon, @Nullable String color) {
        addClassName("tf-type");
        setTitle(type);
        Span name = new Span(type);
        name.addClassName("tf-visually-hidden");
        add(symbol(level, icon).icon(), name);
        if (color != null) {
            getStyle().set("--tf-type-color", "#" + color);
        }
    }

    static Symbol symbol(WorkItemLevel level, @Nullable String icon) {
        return switch (icon == null ? "" : icon) {
            case "icon_crown" -> Symbol.CROWN;
            case "icon_trophy" -> Symbol.TROPHY;
            case "icon_book", "icon_list", "icon_sticky_note" -> Symbol.STORY;
            case "icon_clipboard", "icon_check_box" -> Symbol.TASK;
            case "icon_insect" -> Symbol.BUG;
            case "icon_traffic_cone" -> Symbol.IMPEDIMENT;
            case "icon_clipboard_issue", "icon_github_issue" -> Symbol.ISSUE;
            case "icon_test_plan",
                    "icon_test_suite",
                    "icon_test_case",
                    "icon_test_step",
                    "icon_test_parameter",
                    "icon_test_beaker" -> Symbol.TEST;
            case "icon_code_review", "icon_code_response", "icon_review", "icon_response", "icon_chat_bubble" ->
                Symbol.REVIEW;
            case "icon_flame", "icon_broken_lightbulb" -> Symbol.RISK;
            case "icon_gear", "icon_asterisk" -> Symbol.CHANGE;
            case "icon_star", "icon_ribbon", "icon_diamond", "icon_gift" -> Symbol.STAR;
            default ->
                switch (level) {
                    case EPIC -> Symbol.CROWN;
                    case FEATURE -> Symbol.TROPHY;
                    case REQUIREMENT -> Symbol.REQUIREMENT;
                    case TASK -> Symbol.TASK;
                    case OTHER -> Symbol.ISSUE;
                };
        };
    }
}
