package tallyfold.security.internal;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;

/** A password that somebody else chose, and the way past it. */
public final class GivenPassword {

    /** Where its user chooses another. */
    public static final String PATH = "choose-password";

    /** Help with signing in, the one page of the help that needs no rights. */
    public static final String HELP = "help/sign-in";

    /** In the session: the page that was asked for before. */
    private static final String WANTED = GivenPassword.class.getName();

    private static final String START = ".";

    private GivenPassword() {}

    /** Remembers which page to show afterwards. The firewall has refused what begins with two slashes: another host. */
    static void want(HttpServletRequest request) {
        String query = request.getQueryString();
        request.getSession()
                .setAttribute(WANTED, query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    /** The address to go on to, once; the first page if none was asked for. */
    public static String takeWanted(WrappedSession session) {
        String wanted = session.getAttribute(WANTED) instanceof String path ? path : START;
        session.removeAttribute(WANTED);
        return wanted;
    }
}
