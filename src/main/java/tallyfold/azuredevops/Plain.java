package tallyfold.azuredevops;

import org.jspecify.annotations.Nullable;

/** Makes texts storable: what no database takes becomes a replacement character. Markup stays what it is, text. */
final class Plain {

    private Plain() {}

    static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        StringBuilder mended = null;
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            boolean pair = Character.isHighSurrogate(character)
                    && i + 1 < raw.length()
                    && Character.isLowSurrogate(raw.charAt(i + 1));
            if (pair) {
                i++;
            } else if (character == '\0' || Character.isSurrogate(character)) {
                if (mended == null) {
                    mended = new StringBuilder(raw);
                }
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? raw : mended.toString();
    }
}
