package tallyfold.help;

import java.util.Locale;

/** Ways into the help centre. All are paths below the root of the product, without a slash in front. */
public final class HelpNavigation {

    /** The help centre itself. */
    public static final String HOME = "help";

    public static final String CONNECT = "connect-azure-devops";
    public static final String CONNECTION_ERRORS = "connection-errors";
    public static final String IMPORT = "import-projects";
    public static final String RUN = "run-and-keep-safe";
    public static final String READS = "what-tallyfold-reads";
    public static final String SIGN_IN = "sign-in";

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
        String slug = id.startsWith("TF-CONN-")
                ? CONNECTION_ERRORS
                : id.startsWith("TF-SIGN-") || id.startsWith("TF-SETUP-") ? SIGN_IN : IMPORT;
        return article(slug) + "#" + id.toLowerCase(Locale.ROOT);
    }

    /** What the "?" of a page opens: the article about its module, or the help centre. */
    public static String articleFor(Class<?> view) {
        String name = view.getPackageName();
        String module = name.startsWith("tallyfold.") ? name.split("\\.")[1] : "";
        return switch (module) {
            case "connection" -> article(CONNECT);
            case "project", "portfolio", "sync" -> article(IMPORT);
            case "workitem" -> article(READS);
            case "administration", "vault", "audit" -> article(RUN);
            default -> HOME;
        };
    }
}
