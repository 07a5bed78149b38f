package tallyfold.project.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import tallyfold.uikit.Texts;

/** The rules for names of projects. */
public final class ProjectNames {

    /** The longest name in characters. */
    public static final int MAX_LENGTH = 256;

    private ProjectNames() {}

    /** The name as it is stored: composed characters, single spaces, none around it. */
    public static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    /** Equal for names that differ only in case. Expects a tidied name. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is wrong with a tidied name, in words; empty when nothing is. */
    public static Optional<String> objection(String name) {
        if (name.isEmpty()) {
            return Optional.of(Texts.of("project.name.empty"));
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of(Texts.of("project.name.long", MAX_LENGTH));
        }
        return printable(name) ? Optional.empty() : Optional.of(Texts.of("project.name.characters"));
    }

    /** Whether people can see all of a text as what it is. */
    static boolean printable(String text) {
        return text.codePoints().noneMatch(ProjectNames::unprintable);
    }

    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR -> true;
            default -> isDirectionOverride(codePoint);
        };
    }

    /** Marks that turn the text around them; a name with one can pass for another one. */
    private static boolean isDirectionOverride(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
