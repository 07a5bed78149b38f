package tallyfold.workitem.internal;

import org.jspecify.annotations.Nullable;

/** Makes text of others storable: no zero character, no half surrogate, not longer than its column. */
final class StoredText {

    private StoredText() {}

    static String fit(String text, int length) {
        String clean = isClean(text) ? text : cleaned(text);
        if (clean.length() <= length) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
        return clean.substring(0, end);
    }

    static @Nullable String fitOrNull(@Nullable String text, int length) {
        return text == null ? null : fit(text, length);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
                clean.append('\uFFFD');
            } else {
                clean.appendCodePoint(codePoint);
            }
        });
        return clean.toString();
    }
}
