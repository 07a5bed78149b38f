package tallyfold.connection.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tallyfold.connection.ProxyDraft;
import tallyfold.connection.ProxyField;
import tallyfold.connection.ProxyMode;
import tallyfold.uikit.Texts;

/** What can be a proxy. */
public final class ProxyRules {

    static final int LONGEST_USER = 256;

    private static final int MOST_DIRECT = 50;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_NAME = 253;

    /** A name or an IPv4 address, or an IPv6 address without its brackets. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*|[0-9a-f:]*:[0-9a-f:.]*)");

    private ProxyRules() {}

    /** Without blanks and in lower case where case means nothing; what does not count is left out. */
    public static ProxyDraft tidy(ProxyDraft typed) {
        if (typed.mode() != ProxyMode.PROXY) {
            return new ProxyDraft(typed.mode(), "", null, "", null, List.of());
        }
        return new ProxyDraft(
                typed.mode(),
                typed.host().strip().toLowerCase(Locale.ROOT),
                typed.port(),
                typed.user().strip(),
                typed.user().isBlank() ? null : typed.password(),
                typed.direct().stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Sentences by field; empty when it can be a proxy. */
    public static Map<ProxyField, String> objections(ProxyDraft draft) {
        Map<ProxyField, String> objections = new EnumMap<>(ProxyField.class);
        if (draft.mode() != ProxyMode.PROXY) {
            return objections;
        }
        if (draft.host().isEmpty()) {
            objections.put(ProxyField.HOST, Texts.of("connection.proxy.host-missing"));
        } else if (draft.host().contains("://") || draft.host().contains("/")) {
            objections.put(ProxyField.HOST, Texts.of("connection.proxy.host-address"));
        } else if (!isHost(draft.host())) {
            objections.put(ProxyField.HOST, Texts.of("connection.proxy.host-odd"));
        }
        int port = Objects.requireNonNullElse(draft.port(), 0);
        if (port < 1 || port > LAST_PORT) {
            objections.put(ProxyField.PORT, Texts.of("connection.proxy.port-odd"));
        }
        // A colon ends the name in what is sent to the proxy.
        if (draft.user().length() > LONGEST_USER
                || draft.user().chars().anyMatch(each -> each == ':' || Character.isISOControl(each))) {
            objections.put(ProxyField.USER, Texts.of("connection.proxy.user-odd"));
        }
        if (draft.direct().size() > MOST_DIRECT
                || draft.direct().stream().anyMatch(host -> !isHost(host.replaceFirst("^\\.", "")))) {
            objections.put(ProxyField.DIRECT, Texts.of("connection.proxy.direct-odd"));
        }
        return objections;
    }

    private static boolean isHost(String text) {
        return text.length() <= LONGEST_NAME && HOST.matcher(text).matches();
    }
}
