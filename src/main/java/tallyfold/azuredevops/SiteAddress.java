package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the organization's name out of a typed address by a strict ASCII grammar of its own. Neither of Java's address
 * classes takes part in the decision: they disagree on the host of hostile texts and fold look-alikes into real hosts.
 */
final class SiteAddress {

    static final String SCHEME_ADDED = "SCHEME_ADDED";
    static final String SERVICE_HOST_MAPPED = "SERVICE_HOST_MAPPED";
    static final String PATH_DROPPED = "PATH_DROPPED";

    private static final int MAX_LENGTH = 300;
    private static final String HTTPS = "https://";
    private static final String SITE = "dev.azure.com";
    private static final String IDENTITY_SITE = "vssps.dev.azure.com";
    private static final String LEGACY_SUFFIX = ".visualstudio.com";

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ORGANIZATION = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern TAIL_SEGMENT = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:-]*");

    private SiteAddress() {}

    /** What the grammar makes of a text. */
    sealed interface Reading {}

    /** An organization's name in lower case, and what was corrected on the way. */
    record Understood(String organization, List<String> notices) implements Reading {}

    /** The first rule the text breaks. */
    record Broken(Rule rule) implements Reading {}

    /** The rules in the order they are asked. */
    enum Rule {
        EMPTY,
        TOO_LONG,
        NON_ASCII_OR_CONTROL,
        BACKSLASH,
        USERINFO,
        FRAGMENT,
        QUERY,
        SCHEME,
        HOST_EMPTY,
        PERCENT_ENCODING,
        PORT,
        HOST_SYNTAX,
        HOST_NOT_ALLOWED,
        RESERVED_HOST,
        PATH_EMPTY_SEGMENT,
        PATH_DOT_SEGMENT,
        PATH_CHARACTER,
        ORG_MISSING,
        ORG_NAME
    }

    private static final class BrokenRule extends RuntimeException {

        private final transient Rule rule;

        BrokenRule(Rule rule) {
            super(rule.name(), null, false, false);
            this.rule = rule;
        }
    }

    static Reading read(String typed) {
        try {
            return understand(typed);
        } catch (BrokenRule broken) {
            return new Broken(broken.rule);
        }
    }

    /** Trims what people paste around a value: spaces, tabs and line ends, nothing else. */
    static String trim(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isMargin(typed.charAt(start))) {
            start++;
        }
        while (end > start && isMargin(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean isMargin(char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }

    private static Understood understand(String typed) {
        String text = trim(typed);
        breaks(Rule.EMPTY, text.isEmpty());
        breaks(Rule.TOO_LONG, typed.length() > MAX_LENGTH);
        breaks(Rule.NON_ASCII_OR_CONTROL, text.chars().anyMatch(c -> c <= ' ' || c > '~'));
        breaks(Rule.BACKSLASH, text.indexOf('\\') >= 0);
        breaks(Rule.USERINFO, text.indexOf('@') >= 0);
        breaks(Rule.FRAGMENT, text.indexOf('#') >= 0);
        breaks(Rule.QUERY, text.indexOf('?') >= 0);

        List<String> notices = new ArrayList<>();
        String rest = withoutScheme(text, notices);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash);
        return new Understood(organization(host(authority), path, notices), List.copyOf(notices));
    }

    private static String withoutScheme(String text, List<String> notices) {
        int slash = text.indexOf('/');
        String head = slash < 0 ? text : text.substring(0, slash);
        if (head.indexOf(':') < 0) {
            notices.add(SCHEME_ADDED);
            return text;
        }
        breaks(Rule.SCHEME, !text.regionMatches(true, 0, HTTPS, 0, HTTPS.length()));
        return text.substring(HTTPS.length());
    }

    private static String host(String authority) {
        int colon = authority.indexOf(':');
        String host = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
        breaks(Rule.HOST_EMPTY, host.isEmpty());
        breaks(Rule.PERCENT_ENCODING, authority.indexOf('%') >= 0);
        breaks(Rule.PORT, colon >= 0 && !authority.substring(colon + 1).equals("443"));
        breaks(
                Rule.HOST_SYNTAX,
                host.length() > 253
                        || !Arrays.stream(host.split("\\.", -1))
                                .allMatch(label -> LABEL.matcher(label).matches()));
        return host;
    }

    private static String organization(String host, String path, List<String> notices) {
        if (host.equals(SITE) || host.equals(IDENTITY_SITE)) {
            if (host.equals(IDENTITY_SITE)) {
                notices.add(SERVICE_HOST_MAPPED);
            }
            List<String> segments = segments(path);
            checkTail(segments.subList(Math.min(1, segments.size()), segments.size()));
            breaks(Rule.ORG_MISSING, segments.isEmpty());
            if (segments.size() > 1) {
                notices.add(PATH_DROPPED);
            }
            return checkedName(segments.getFirst());
        }
        String label = legacyLabel(host, notices);
        List<String> segments = segments(path);
        checkTail(segments);
        if (!segments.isEmpty()) {
            notices.add(PATH_DROPPED);
        }
        return checkedName(label);
    }

    /** The label in front of one of the old hosts, of which some belong to the vendor itself. */
    private static String legacyLabel(String host, List<String> notices) {
        breaks(Rule.HOST_NOT_ALLOWED, !host.endsWith(LEGACY_SUFFIX));
        String label = host.substring(0, host.length() - LEGACY_SUFFIX.length());
        if (label.endsWith(".vssps")) {
            label = label.substring(0, label.length() - ".vssps".length());
            notices.add(SERVICE_HOST_MAPPED);
        }
        breaks(Rule.HOST_NOT_ALLOWED, label.indexOf('.') >= 0);
        breaks(Rule.RESERVED_HOST, VendorHosts.isReserved(label));
        return label;
    }

    private static List<String> segments(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return List.of();
        }
        String inner = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length());
        List<String> segments = List.of(inner.split("/", -1));
        breaks(Rule.PATH_EMPTY_SEGMENT, segments.contains(""));
        breaks(Rule.PATH_DOT_SEGMENT, segments.contains(".") || segments.contains(".."));
        return segments;
    }

    private static void checkTail(List<String> segments) {
        for (String segment : segments) {
            String spaced = segment.replace("%20", "");
            breaks(Rule.PERCENT_ENCODING, spaced.indexOf('%') >= 0);
            breaks(Rule.PATH_CHARACTER, !TAIL_SEGMENT.matcher(spaced).matches());
        }
    }

    private static String checkedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        breaks(Rule.PERCENT_ENCODING, lower.indexOf('%') >= 0);
        breaks(Rule.ORG_NAME, !ORGANIZATION.matcher(lower).matches() || lower.startsWith("xn--"));
        return lower;
    }

    /** Whether a text is the name of an organization in its stored form. */
    static boolean isOrganization(@Nullable String name) {
        return name != null && ORGANIZATION.matcher(name).matches() && !name.startsWith("xn--");
    }

    private static void breaks(Rule rule, boolean broken) {
        if (broken) {
            throw new BrokenRule(rule);
        }
    }
}
