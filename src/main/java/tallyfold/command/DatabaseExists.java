package tallyfold.command;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import tallyfold.uikit.Texts;

/** Keeps a one-shot command from creating a database where the operator only mistook the folder. */
final class DatabaseExists implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        H2File.of(event.getEnvironment()).filter(file -> !file.exists()).ifPresent(file -> {
            throw new StartRefusedException(Texts.of("command.database.none", file.path()));
        });
    }
}
