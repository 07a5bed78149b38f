package tallyfold.help;

import java.util.Locale;

/** Ways into the help centre. All are paths below the root of the product, without a slash in front. */
public final class HelpNavigation {

    /** The help centre itself. */
    public static final String HOME = "help";

    public static final String CONNECT = "connect-azure-devops";
    public static final String CONNECTION_ERRORS = "connection-errors";
    public static final String IMPORT = "import-projects";
    public static final String LINK = "link-projects";
    public static final String MAP = "map-fields";
    public static final String SYNC = "keep-in-sync";
    public static final String PORTFOLIOS = "portfolios";
    public static final String READ = "read-a-project";
    public static final String STATUS = "project-status";
    public static final String RUN = "run-and-keep-safe";
    public static final String BACKUP = "back-up-and-restore";
    public static final String KEYS = "keys";
    public static final String SETTINGS = "settings";
    public static final String SYSTEM = "system";
    public static final String READS = "what-tallyfold-reads";
    public static final String SIGN_IN = "sign-in";
    public static final String SINGLE_SIGN_ON = "single-sign-on";
    public static final String USERS = "users-and-roles";
    public static final String AUDIT = "audit-log";
    public static final String NOTIFICATIONS = "notifications";

    private HelpNavigation() {}

    public static String article(String slug) {
        return HOME + "/" + slug;
    }

    /**
     * The place where an article speaks about an error.
     *
     * @param id as shown on screen, for example {@code TF-CONN-07}
     */
    public static String error(String id) {
        String subject = id.replaceFirst("^TF-([A-Z]+)-.*", "$1");
        String slug = switch (subject) {
            case "CONN" -> CONNECTION_ERRORS;
            case "SIGN", "SETUP" -> SIGN_IN;
            case "LINK" -> LINK;
            default -> IMPORT;
        };
        return article(slug) + "#" + id.toLowerCase(Locale.ROOT);
    }

    private static String ofProjects(String path) {
        if (path.matches(".*/(work-items|iterations|team|schedule).*")) {
            return READ;
        }
        if (path.matches(".*/(summary|settings).*")) {
            return STATUS;
        }
        return path.matches(".*/(sync-status|history).*") ? SYNC : IMPORT;
    }

    /**
     * What the "?" of a page opens: the article about it, or the help centre.
     *
     * @param path of the page, with or without a slash in front
     */
    public static String forPath(String path) {
        String first = path.replaceFirst("^/", "").split("[/?]", 2)[0];
        return switch (first) {
            case "connections", "getting-started" -> article(CONNECT);
            case "projects" -> article(ofProjects(path));
            case "portfolios" -> article(PORTFOLIOS);
            case "project" -> article(READS);
            case "keys" -> article(KEYS);
            case "backup" -> article(BACKUP);
            case "users" -> article(USERS);
            case "audit" -> article(AUDIT);
            case "notifications" -> article(NOTIFICATIONS);
            case "profile" -> article(SIGN_IN);
            case "settings" -> article(SETTINGS);
            case "system" -> article(SYSTEM);
            default -> HOME;
        };
    }
}
