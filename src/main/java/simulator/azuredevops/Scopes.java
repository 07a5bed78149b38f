package simulator.azuredevops;

import java.util.Set;

/** Which token scopes open which endpoint (reference sections 2.4 and 5). */
final class Scopes {

    private Scopes() {}

    /** True when one of the granted scopes is, or includes, one of the wanted ones; nothing wanted is open to all. */
    static boolean allow(Set<String> granted, Set<String> wanted) {
        return wanted.isEmpty()
                || granted.contains("app_token")
                || granted.stream().anyMatch(scope -> wanted.stream().anyMatch(want -> includes(scope, want)));
    }

    private static boolean includes(String granted, String wanted) {
        if (wanted.endsWith("_write")) {
            String stem = wanted.substring(0, wanted.length() - "_write".length());
            return granted.equals(wanted) || granted.equals(stem + "_full") || granted.equals(stem + "_manage");
        }
        return granted.equals(wanted) || includes(granted, wanted + "_write");
    }
}
