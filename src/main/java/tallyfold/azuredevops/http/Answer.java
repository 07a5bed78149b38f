package tallyfold.azuredevops.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the classifier may look at.
 *
 * @param status HTTP status
 * @param contentType the content type without parameters, in lower case; empty when there is none
 * @param location target of a redirect; null when there is none
 * @param serviceError the service's own message header, percent-encoded; null when there is none
 * @param fromService whether the answer carries headers only the service sets
 * @param start the first part of the body as text
 * @param empty whether the body has no bytes
 */
public record Answer(
        int status,
        String contentType,
        @Nullable String location,
        @Nullable String serviceError,
        boolean fromService,
        String start,
        boolean empty) {

    /** How much of a body the classifier is shown. */
    public static final int START_LENGTH = 4096;

    boolean isJson() {
        return contentType.equals("application/json")
                || contentType.endsWith("+json")
                || contentType.equals("text/json");
    }

    boolean isHtml() {
        return contentType.equals("text/html") || contentType.equals("application/xhtml+xml");
    }

    /** Whether the body or the message header holds a text, whatever its case. */
    boolean says(String... texts) {
        String all = (start + '\n' + decoded(serviceError)).toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (all.contains(text.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return header;
        }
    }
}
