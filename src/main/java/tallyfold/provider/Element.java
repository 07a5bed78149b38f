package tallyfold.provider;

/**
 * A chosen part of a remote project.
 *
 * @param key stays the same when the part is renamed or moved; empty for the whole project
 * @param below whether what lies below it in its tree belongs to it, what is added later too; looked at for areas and
 *     iterations only, and true for all other kinds
 */
public record Element(ElementKind kind, String key, boolean below) {

    private static final int LONGEST_KEY = 64;

    /** The whole project. */
    public static final Element WHOLE_PROJECT = new Element(ElementKind.PROJECT, "", true);

    public Element {
        if (key.isEmpty() != (kind == ElementKind.PROJECT) || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("Not the key of a " + kind);
        }
        below = below || (kind != ElementKind.AREA && kind != ElementKind.ITERATION);
    }

    /** A part with everything below it. */
    public static Element of(ElementKind kind, String key) {
        return new Element(kind, key, true);
    }

    /** Whether both mean the same part, be it with or without what lies below. */
    public boolean samePart(Element other) {
        return kind == other.kind && key.equals(other.key);
    }
}
