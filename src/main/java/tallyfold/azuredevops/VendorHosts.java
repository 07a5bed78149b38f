package tallyfold.azuredevops;

import java.util.Set;
import java.util.regex.Pattern;

/** Hosts that look like an organization's, or like another edition of the product, and are not. */
final class VendorHosts {

    /** Labels under visualstudio.com that the vendor uses itself. */
    private static final Set<String> RESERVED = Set.of(
            "www",
            "app",
            "my",
            "api",
            "auth",
            "login",
            "account",
            "accounts",
            "marketplace",
            "docs",
            "learn",
            "blogs",
            "status",
            "support",
            "go",
            "get",
            "download",
            "downloads",
            "dev",
            "azure",
            "static",
            "cdn",
            "code",
            "live",
            "insiders",
            "online",
            "portal",
            "subscriptions",
            "gallery",
            "developer",
            "vscode",
            "vssps",
            "vsrm",
            "vsaex",
            "vsblob",
            "vstmr",
            "vscommerce",
            "pkgs",
            "feeds",
            "almsearch",
            "extmgmt",
            "artifacts",
            "auditservice",
            "advsec",
            "ssh",
            "mail",
            "msdn",
            "visualstudio",
            "microsoft-visualstudio-services",
            "commerce",
            "sps",
            "spsprod",
            "tfsprod",
            "aex",
            "governance");

    /** Numbered machines of the service. */
    private static final Pattern MACHINE =
            Pattern.compile("(?:spsprod|tfsprod|aexprod|rmprod|pkgsprod|feedsprod|vsblobprod|commerceprod)[a-z0-9]+");

    private static final Pattern SERVER_HOST =
            Pattern.compile("(?:tfs|azuredevops|azure-devops|devops|ado)(?:[0-9-][a-z0-9-]*)?(?:\\.[a-z0-9.-]+)?");
    private static final Pattern SERVER_ADDRESS = Pattern.compile("(?i)(?:https?://)?([^/]*)((?:/[^/]*)*)");
    private static final Pattern SERVER_PATH = Pattern.compile("(?i).*/(?:tfs|defaultcollection)(?:/.*)?");
    private static final Pattern SOVEREIGN = Pattern.compile(
            "(?i)(?:https?://)?(?:[a-z0-9.-]+\\.)?(?:azure\\.(?:us|cn|de)|visualstudio\\.(?:us|cn|de)|azure\\.eaglex\\.ic\\.gov)(?::[0-9]+)?(?:/.*)?");

    private VendorHosts() {}

    static boolean isReserved(String label) {
        return RESERVED.contains(label) || MACHINE.matcher(label).matches();
    }

    /** Whether a refused address is one of Azure DevOps Server or Team Foundation Server. */
    static boolean looksLikeServer(String text) {
        var address = SERVER_ADDRESS.matcher(text);
        if (!address.matches()) {
            return false;
        }
        String host = address.group(1).replaceFirst(":[0-9]{1,5}$", "").toLowerCase(java.util.Locale.ROOT);
        if (host.isEmpty() || host.endsWith("azure.com") || host.endsWith("visualstudio.com")) {
            return false;
        }
        return SERVER_HOST.matcher(host).matches()
                || SERVER_PATH.matcher(address.group(2)).matches();
    }

    /** Whether a refused address is one of the separate clouds of some countries. */
    static boolean looksLikeSovereignCloud(String text) {
        return SOVEREIGN.matcher(text).matches();
    }
}
