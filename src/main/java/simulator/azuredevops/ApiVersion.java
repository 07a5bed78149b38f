package simulator.azuredevops;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireRequest;

/** The api-version of a request, from the query or the Accept header, held against what a resource offers. */
final class ApiVersion {

    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(-preview(?:\\.\\d+)?)?");
    private static final Pattern IN_ACCEPT = Pattern.compile("api-version\\s*=\\s*([^;,\\s]+)");

    private ApiVersion() {}

    /**
     * The version to serve.
     *
     * @param preview revision of a resource that exists as preview only; 0 for a released one
     */
    static String serve(WireRequest request, int preview) {
        String asked = asked(request);
        String latest = preview > 0 ? "7.1-preview." + preview : "7.1";
        if (asked == null) {
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                throw new Refused(Refusals.versionMissing(request.method()));
            }
            return latest;
        }
        Matcher form = FORM.matcher(asked.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new Refused(Refusals.versionOutOfRange(asked));
        }
        int major = Integer.parseInt(form.group(1));
        int minor = Integer.parseInt(form.group(2));
        if (major < 1 || major > 7 || (major == 7 && minor > 2)) {
            throw new Refused(Refusals.versionOutOfRange(asked));
        }
        boolean flagged = form.group(3) != null;
        if (!flagged && (preview > 0 || (major == 7 && minor == 2))) {
            throw new Refused(Refusals.previewNeeded(asked));
        }
        return asked;
    }

    private static @Nullable String asked(WireRequest request) {
        String inQuery = request.query().get("api-version");
        if (inQuery != null && !inQuery.isEmpty()) {
            return inQuery;
        }
        String accept = request.headers().get("Accept");
        Matcher matcher = accept == null ? null : IN_ACCEPT.matcher(accept);
        return matcher != null && matcher.find() ? matcher.group(1) : null;
    }
}
