package tallyfold.command.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;

/**
 * Hides whatever looks like a token or a credential in a finished line of the log. A second net: nothing that comes this
 * far should hold one.
 */
public final class TokenMask extends CompositeConverter<ILoggingEvent> {

    static final String HIDDEN = "[hidden]";

    /** The two shapes of Azure DevOps tokens, today's and the one before. */
    private static final Pattern TOKEN =
            Pattern.compile("\\b(?:[A-Za-z0-9]{75,76}AZDO[A-Za-z0-9]{4,5}|[a-z2-7]{52})\\b");

    private static final Pattern HEADER = Pattern.compile(
            "(?i)(\\b(?:proxy-)?authorization\\b[\"']?\\s{0,4}[:=]\\s{0,4}[\\[\"']?)(?:[a-z]{1,20}\\s{1,4})?[^\\s\"',;\\]]+");

    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(basic|bearer)\\s{1,4}[a-z0-9+/_.~-]{16,}={0,2}");

    @Override
    protected String transform(ILoggingEvent event, String in) {
        return mask(in);
    }

    /** The text without anything that looks like a credential. */
    public static String mask(String text) {
        String masked = HEADER.matcher(text).replaceAll("$1" + HIDDEN);
        masked = SCHEME.matcher(masked).replaceAll("$1 " + HIDDEN);
        return TOKEN.matcher(masked).replaceAll(HIDDEN);
    }
}
