package tallyfold.portfolio.ui.linking;

import tallyfold.provider.ElementKind;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Picture and words of each kind of part. */
final class KindWords {

    private KindWords() {}

    static Symbol symbol(ElementKind kind) {
        return switch (kind) {
            case PROJECT -> Symbol.PORTFOLIOS;
            case TEAM -> Symbol.USERS;
            case AREA -> Symbol.TREE;
            case ITERATION -> Symbol.CALENDAR;
            case WORK_ITEM -> Symbol.AUDIT;
            case QUERY -> Symbol.SEARCH;
        };
    }

    /** The words for one kind; keys end with the kind's name. */
    static String of(String key, ElementKind kind, Object... arguments) {
        return Texts.of("linking." + key + "." + kind.name(), arguments);
    }
}
