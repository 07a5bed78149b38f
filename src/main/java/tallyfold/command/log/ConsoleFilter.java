package tallyfold.command.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/** Keeps the console short, so that the one line that matters stands out; the log file has everything. */
public final class ConsoleFilter extends Filter<ILoggingEvent> {

    /** What the console is for at the moment. */
    public enum Phase {
        /** Not started by a command of ours, for example in a test: everything is shown. */
        UNGOVERNED,
        /** Only warnings of the product itself; what else has to be told, the command tells in one line. */
        COMMAND,
        /** The product at work: its own messages and everybody's warnings. */
        RUNNING
    }

    private static volatile Phase phase = Phase.UNGOVERNED;

    public static void enter(Phase next) {
        phase = next;
    }

    /** Whether a command of ours speaks for the process. */
    public static boolean isGoverned() {
        return phase != Phase.UNGOVERNED;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean own = event.getLoggerName().startsWith("tallyfold.");
        boolean warning = event.getLevel().isGreaterOrEqual(Level.WARN);
        boolean shown = switch (phase) {
            case UNGOVERNED -> true;
            case COMMAND -> own && warning && event.getThrowableProxy() == null;
            case RUNNING -> own || warning;
        };
        return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
