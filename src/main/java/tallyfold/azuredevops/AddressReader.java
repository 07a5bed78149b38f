package tallyfold.azuredevops;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.SiteAddress.Broken;
import tallyfold.azuredevops.SiteAddress.Rule;
import tallyfold.azuredevops.SiteAddress.Understood;
import tallyfold.provider.Verdict;

/** Turns the grammar's reading of an address into a verdict, with a corrected address where one can be guessed. */
final class AddressReader {

    /** Reason in place of the broken rule, so that these people get a sentence of their own. */
    static final String ON_PREMISES_SERVER = "ON_PREMISES_SERVER";

    static final String SOVEREIGN_CLOUD = "SOVEREIGN_CLOUD";

    private static final String HTTPS = "https://";
    private static final Set<Rule> ABOUT_THE_SERVER =
            EnumSet.of(Rule.SCHEME, Rule.PORT, Rule.HOST_SYNTAX, Rule.HOST_NOT_ALLOWED);
    private static final Pattern SSH_REMOTE = Pattern.compile(
            "(?:ssh://)?(?:git@)?(?:ssh\\.dev\\.azure\\.com[:/]|vs-ssh\\.visualstudio\\.com[:/])v3/([A-Za-z0-9-]+)/.*");
    private static final Pattern USER_IN_FRONT = Pattern.compile("(?i)(https://)?[^/@?#\\\\]*@([^@\\\\]*)");
    private static final Pattern WEB_SCHEME = Pattern.compile("(?i)https?:/{0,2}([^/].*)");

    private AddressReader() {}

    static Verdict read(String typed) {
        return switch (SiteAddress.read(typed)) {
            case Understood understood -> new Verdict.Accepted(understood.organization(), understood.notices());
            case Broken broken -> refused(broken.rule(), SiteAddress.trim(typed));
        };
    }

    private static Verdict refused(Rule rule, String text) {
        if (ABOUT_THE_SERVER.contains(rule)) {
            if (VendorHosts.looksLikeSovereignCloud(text)) {
                return new Verdict.Refused(SOVEREIGN_CLOUD, null);
            }
            if (VendorHosts.looksLikeServer(text)) {
                return new Verdict.Refused(ON_PREMISES_SERVER, null);
            }
        }
        return new Verdict.Refused(rule.name(), suggestion(rule, text));
    }

    /** Mends the one thing that is broken; offered only when the mended text is understood. */
    private static @Nullable String suggestion(Rule rule, String text) {
        String mended = switch (rule) {
            case SCHEME -> withWebScheme(text);
            case USERINFO -> withoutUser(text);
            case FRAGMENT -> text.substring(0, text.indexOf('#'));
            case QUERY -> text.substring(0, text.indexOf('?'));
            default -> null;
        };
        if (mended == null) {
            return null;
        }
        return switch (SiteAddress.read(mended)) {
            case Understood understood -> siteOf(understood.organization());
            case Broken next ->
                // A mended part can lay bare one more: a clone address with a query, say.
                next.rule().compareTo(rule) > 0 ? suggestion(next.rule(), mended) : null;
        };
    }

    private static @Nullable String withWebScheme(String text) {
        Matcher web = WEB_SCHEME.matcher(text);
        return web.matches() ? HTTPS + web.group(1) : null;
    }

    private static @Nullable String withoutUser(String text) {
        Matcher remote = SSH_REMOTE.matcher(text);
        if (remote.matches()) {
            return siteOf(remote.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher user = USER_IN_FRONT.matcher(text);
        return user.matches() ? HTTPS + user.group(2) : null;
    }

    static String siteOf(String organization) {
        return HTTPS + "dev.azure.com/" + organization;
    }
}
