package tallyfold.uikit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts people read. One bundle in {@code texts/<subject>.properties} for each subject; a key starts with the
 * subject, for example {@code connection.title}. Values with arguments follow {@link MessageFormat}: a single quote is
 * written twice there, and only there.
 */
public final class Texts {

    private Texts() {}

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException when there is no such text, which is a fault of the program
     */
    public static String of(String key, Object... arguments) {
        String subject = key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            String pattern =
                    ResourceBundle.getBundle("texts." + subject, Locale.ENGLISH).getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No text for " + key, e);
        }
    }

    /** Whether there is a text for the key. */
    public static boolean has(String key) {
        try {
            return ResourceBundle.getBundle("texts." + key.substring(0, Math.max(0, key.indexOf('.'))), Locale.ENGLISH)
                    .containsKey(key);
        } catch (MissingResourceException e) {
            return false;
        }
    }

    /** All keys of a subject that begin so, for example {@code audit.action.}. */
    public static List<String> keys(String beginning) {
        String subject = beginning.substring(0, Math.max(0, beginning.indexOf('.')));
        return ResourceBundle.getBundle("texts." + subject, Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .sorted()
                .toList();
    }
}
