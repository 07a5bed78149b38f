package tallyfold.project.internal;

import tallyfold.provider.ElementChoice;

/** What parts of a remote project are called here. */
public final class ElementNames {

    private static final int MAX_LENGTH = 4000;

    private ElementNames() {}

    /** A path for areas and iterations, which say little without; a name or a title for all else. */
    public static String of(ElementChoice choice) {
        return switch (choice.kind()) {
            case AREA, ITERATION -> storable(choice.path().isEmpty() ? choice.name() : choice.path(), MAX_LENGTH);
            case PROJECT, TEAM, WORK_ITEM, QUERY -> storable(choice.name(), MAX_LENGTH);
        };
    }

    /** A name as both databases take it. */
    public static String storable(String name, int length) {
        StringBuilder clean = new StringBuilder(Math.min(name.length(), length));
        name.codePoints()
                .map(one -> one == 0 || (one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE) ? ' ' : one)
                .takeWhile(one -> clean.length() + Character.charCount(one) <= length)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
