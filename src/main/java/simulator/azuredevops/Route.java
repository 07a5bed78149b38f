package simulator.azuredevops;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;

/**
 * One endpoint's address and conditions.
 *
 * @param host first path segment of the simulator's address
 * @param reach how much may stand before {@code _apis}
 * @param pattern segments after {@code _apis}; {@code {name}} takes one, {@code {name*}} the rest
 * @param preview preview revision of a resource without released version; 0 for released ones
 * @param scopes any of them opens it; none needed when empty
 * @param anonymous whether strangers get an answer where the organization has public projects
 */
record Route(
        String method,
        String host,
        Reach reach,
        List<String> pattern,
        int preview,
        Set<String> scopes,
        boolean anonymous,
        Endpoint endpoint) {

    static final String CORE = "dev.azure.com";
    static final String ACCOUNTS = "vssps.dev.azure.com";

    /** Answers a call; runs under the organization's read lock. */
    @FunctionalInterface
    interface Endpoint {
        WireAnswer answer(Call call);
    }

    /** Least and most segments before {@code _apis}: project, then team. */
    enum Reach {
        ORGANIZATION(0, 0),
        ORGANIZATION_OR_PROJECT(0, 1),
        UP_TO_TEAM(0, 2),
        PROJECT(1, 1),
        TEAM(1, 2);

        private final int least;
        private final int most;

        Reach(int least, int most) {
            this.least = least;
            this.most = most;
        }

        boolean fits(int segments) {
            return segments >= least && segments <= most;
        }
    }

    static Route get(Reach reach, String pattern, String scopes, Endpoint endpoint) {
        return of("GET", CORE, reach, pattern, 0, scopes, endpoint);
    }

    static Route post(Reach reach, String pattern, String scopes, Endpoint endpoint) {
        return of("POST", CORE, reach, pattern, 0, scopes, endpoint);
    }

    static Route graph(String method, String pattern, int preview, String scopes, Endpoint endpoint) {
        return of(method, ACCOUNTS, Reach.ORGANIZATION, pattern, preview, scopes, endpoint);
    }

    Route preview(int revision) {
        return new Route(method, host, reach, pattern, revision, scopes, anonymous, endpoint);
    }

    Route openToStrangers() {
        return new Route(method, host, reach, pattern, preview, scopes, true, endpoint);
    }

    private static Route of(
            String method, String host, Reach reach, String pattern, int preview, String scopes, Endpoint endpoint) {
        Set<String> wanted = scopes.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(scopes.split("\\|")));
        return new Route(method, host, reach, List.of(pattern.split("/")), preview, wanted, false, endpoint);
    }

    /** The values of the placeholders, or null when the address is another one. */
    @Nullable
    Map<String, String> match(String onHost, int before, List<String> after) {
        if (!host.equals(onHost) || !reach.fits(before)) {
            return null;
        }
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.endsWith("*}")) {
                places.put(
                        part.substring(1, part.length() - 2),
                        String.join("/", after.subList(Math.min(i, after.size()), after.size())));
                return places;
            }
            if (i >= after.size()) {
                return null;
            }
            if (part.startsWith("{")) {
                places.put(part.substring(1, part.length() - 1), after.get(i));
            } else if (!part.equalsIgnoreCase(after.get(i))) {
                return null;
            }
        }
        return after.size() == pattern.size() ? places : null;
    }
}
