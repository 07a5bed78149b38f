package tallyfold.azuredevops.http;

/** Finds JSON nested deeper than any answer of the service before a parser climbs down. */
final class JsonDepth {

    static final int LIMIT = 64;

    private JsonDepth() {}

    static boolean isTooDeep(byte[] json) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < json.length; i++) {
            byte each = json[i];
            if (inText) {
                if (each == '\\') {
                    i++;
                } else if (each == '"') {
                    inText = false;
                }
            } else if (each == '"') {
                inText = true;
            } else if (each == '[' || each == '{') {
                depth++;
                if (depth > LIMIT) {
                    return true;
                }
            } else if (each == ']' || each == '}') {
                depth--;
            }
        }
        return false;
    }
}
