package tallyfold.sync;

import java.util.Locale;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.uikit.Texts;

/** The words for what was odd in a run: a sentence on what happened, one on what to do. */
public final class SyncWarningWords {

    private static final String UNKNOWN = "sync.warning.UNKNOWN";

    private SyncWarningWords() {}

    /** Never fails: a code of a later release gets words that say so. */
    public static String of(SyncWarning warning) {
        String key = "sync.warning." + warning.code();
        Long item = warning.item();
        return Texts.of(
                Texts.has(key) ? key : UNKNOWN,
                item == null ? "" : Long.toString(item),
                detail(warning),
                warning.code());
    }

    private static String detail(SyncWarning warning) {
        return switch (warning.code()) {
            case "ITEM_UNREADABLE" -> FailureWords.of(warning.detail(), "").what();
            case "ELEMENT_UNREADABLE" -> {
                FailureText words = FailureWords.of(warning.detail(), "");
                yield words.what() + " " + capitalised(words.next());
            }
            default -> warning.detail();
        };
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
