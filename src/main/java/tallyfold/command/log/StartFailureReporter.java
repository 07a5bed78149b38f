package tallyfold.command.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Sends the stack trace of a failed start to the log file; the command prints the one line for people. */
public final class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartFailureReporter.class);

    private final boolean logIsSetUp;

    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        this.logIsSetUp = context != null;
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (ConsoleFilter.isGoverned() && logIsSetUp) {
            log.error("The start failed", failure);
        }
        return ConsoleFilter.isGoverned();
    }
}
