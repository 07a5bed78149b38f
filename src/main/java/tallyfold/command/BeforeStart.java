package tallyfold.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import tallyfold.demo.Demo;
import tallyfold.uikit.Texts;

/**
 * What has to be right before anything is started: runs when the configuration is known and before the log is opened,
 * because the log lies in the home folder.
 */
final class BeforeStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String LIFTED = "tallyfold.diagnostics.wire-log";

    private static final Set<String> LOG_FORMATS = Set.of("text", "json");
    private static final Set<String> JSON_FORMATS = Set.of("ecs", "logstash", "gelf");

    /** What the process is started for. */
    enum Purpose {
        SERVE,
        DEMO,
        /** One command on a database that must be there already. */
        ONE_SHOT,
        /** Needs none, or brings one back, which may be absent, empty or damaged. */
        WITHOUT_DATABASE
    }

    private final Purpose purpose;
    private @Nullable ConfigurableEnvironment environment;
    private @Nullable HomeFolder home;

    BeforeStart(Purpose purpose) {
        this.purpose = purpose;
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment prepared = event.getEnvironment();
        this.environment = prepared;
        refuseWireLogs(prepared);
        refuseUnknownLogFormat(prepared);
        HomeFolder folder = new HomeFolder(prepared.getProperty("tallyfold.home", "./tallyfold-home"));
        // A relative name would mean another folder to H2, which refuses it.
        MutablePropertySources sources = prepared.getPropertySources();
        sources.addFirst(new MapPropertySource(
                "home", Map.of("tallyfold.home", folder.path().toString())));
        refuseUnusableDatabase(H2File.of(prepared));
        folder.prepare();
        this.home = folder;
        Map<String, Object> resolved = new LinkedHashMap<>();
        if (purpose == Purpose.DEMO) {
            resolved.putAll(Demo.prepare(folder.path()));
        }
        resolved.put("spring.main.log-startup-info", "false");
        resolved.put(
                "logging.file.name",
                prepared.getProperty("logging.file.name", folder.logFile().toString()));
        addBehindCommandLine(sources, new MapPropertySource("command", resolved));
    }

    private void refuseUnusableDatabase(Optional<H2File> file) {
        if (purpose != Purpose.WITHOUT_DATABASE) {
            file.ifPresent(H2File::refuseWhenEmptied);
        }
        if (purpose == Purpose.ONE_SHOT) {
            file.ifPresent(H2File::refuseWhenAbsent);
        }
    }

    /** The configuration the start had; null when it did not come that far. */
    @Nullable
    Environment environment() {
        return environment;
    }

    @Nullable
    HomeFolder home() {
        return home;
    }

    /** What the operator says on the command line goes before what the demonstration would choose. */
    private static void addBehindCommandLine(MutablePropertySources sources, MapPropertySource source) {
        String commandLine = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
        if (sources.contains(commandLine)) {
            sources.addAfter(commandLine, source);
        } else {
            sources.addFirst(source);
        }
    }

    private static void refuseUnknownLogFormat(Environment environment) {
        String format = environment.getProperty("tallyfold.log.format", "text");
        String json = environment.getProperty("tallyfold.log.json-format", "ecs");
        if (!LOG_FORMATS.contains(format) || !JSON_FORMATS.contains(json)) {
            throw new StartRefusedException(Texts.of("command.log-format"));
        }
    }

    /** These settings of Java print request headers or decrypted traffic, and with them tokens. */
    private static void refuseWireLogs(Environment environment) {
        if (environment.getProperty(LIFTED, Boolean.class, false)) {
            return;
        }
        for (String property : new String[] {"jdk.httpclient.HttpClient.log", "javax.net.debug"}) {
            if (System.getProperty(property) != null) {
                throw new StartRefusedException(Texts.of("command.wire-log", property, LIFTED));
            }
        }
        String internal = System.getProperty("jdk.internal.httpclient.debug", "false");
        if (!internal.toLowerCase(Locale.ROOT).equals("false")) {
            throw new StartRefusedException(Texts.of("command.wire-log", "jdk.internal.httpclient.debug", LIFTED));
        }
    }
}
