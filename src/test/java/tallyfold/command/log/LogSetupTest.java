package tallyfold.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The configuration file of the log as it is shipped. */
class LogSetupTest {

    private static final String TOKEN = "a1B2".repeat(19) + "AZ" + "DO" + "x9Yz";

    @TempDir
    Path folder;

    private final LoggingSystem system = LoggingSystem.get(LogSetupTest.class.getClassLoader());

    @AfterEach
    void putBack() {
        ConsoleFilter.enter(ConsoleFilter.Phase.UNGOVERNED);
        setUp(new MockEnvironment());
    }

    @Test
    void masksMessageAndStackTraceInTheFile() throws Exception {
        Path file = useFile();

        LoggerFactory.getLogger("tallyfold.test")
                .error("message {}", TOKEN, new IllegalStateException("outer", new IllegalArgumentException(TOKEN)));

        assertThat(Files.readString(file))
                .contains("message [hidden]")
                .contains("IllegalArgumentException: [hidden]")
                .contains("at tallyfold.command.log.LogSetupTest")
                .doesNotContain(TOKEN);
    }

    @Test
    void givesAMessageOneLineWhateverStandsInIt() throws Exception {
        Path file = useFile();

        LoggerFactory.getLogger("tallyfold.test")
                .warn("typed: {}", "anna\r\n2026-11-29T10:00:00.000Z ERROR forged\nagain");

        assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("forged")))
                .singleElement()
                .asString()
                .contains("typed: anna ⏎ 2026")
                .endsWith("forged ⏎ again");
    }

    @Test
    void tellsTheDistanceFromUtcOnTheConsoleToo() throws Exception {
        useFile();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        LoggingEvent event =
                new LoggingEvent("", context.getLogger("tallyfold.test"), Level.WARN, "something", null, null);

        assertThat(new String(console.getEncoder().encode(event), StandardCharsets.UTF_8))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d) WARN  test: something\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void masksEverythingInJsonTooAndKeepsItJson(String format) throws Exception {
        Path file = folder.resolve("tallyfold.log");
        setUp(new MockEnvironment()
                .withProperty("logging.file.name", file.toString())
                .withProperty("tallyfold.log.format", "json")
                .withProperty("tallyfold.log.json-format", format));
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger("tallyfold.test")
                .setLevel(Level.DEBUG);
        MDC.put("context", TOKEN);
        try {
            LoggerFactory.getLogger("tallyfold.test")
                    .atDebug()
                    .addKeyValue("pair", TOKEN)
                    .setCause(new IllegalStateException("outer", new IllegalArgumentException(TOKEN)))
                    .log("token {} and {\"Authorization\":\"Basic c2VjcmV0LXNlY3JldC1zZWNyZXQ=\"}", TOKEN);
        } finally {
            MDC.clear();
        }

        String written = Files.readString(file);
        assertThat(written)
                .contains("token [hidden]", "IllegalArgumentException: [hidden]")
                .doesNotContain(TOKEN, "c2VjcmV0");
        assertThat(written.lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(JsonMapper.shared().readTree(line).isObject())
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "jdk.httpclient.HttpClient, false",
        "org.apache.coyote.http11.Http11InputBuffer, false",
        "org.atmosphere.cpr.AtmosphereResponse, false",
        "com.vaadin.flow.server.communication.ServerRpcHandler, false",
        "tallyfold.connection.Anything, true"
    })
    void keepsWireLoggersQuietEvenAtTrace(String logger, boolean shown) throws Exception {
        Path file = useFile();
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.TRACE);

        LoggerFactory.getLogger(logger).trace("what went over the wire");
        LoggerFactory.getLogger(logger).info("something harmless");

        assertThat(Files.readString(file)).contains("something harmless");
        assertThat(Files.readString(file).contains("what went over the wire")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, org.flywaydb.X, ERROR, false",
        "COMMAND, tallyfold.vault.X, INFO, false",
        "COMMAND, tallyfold.vault.X, WARN, true",
        "RUNNING, org.flywaydb.X, INFO, false",
        "RUNNING, org.flywaydb.X, WARN, true",
        "RUNNING, tallyfold.vault.X, INFO, true",
        "UNGOVERNED, org.flywaydb.X, INFO, true"
    })
    void keepsTheConsoleShort(ConsoleFilter.Phase phase, String logger, String level, boolean shown) {
        ConsoleFilter.enter(phase);
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(Level.toLevel(level));

        assertThat(new ConsoleFilter().decide(event)).isEqualTo(shown ? FilterReply.NEUTRAL : FilterReply.DENY);
    }

    private Path useFile() {
        Path file = folder.resolve("tallyfold.log");
        setUp(new MockEnvironment().withProperty("logging.file.name", file.toString()));
        return file;
    }

    private void setUp(MockEnvironment environment) {
        LogFile file = LogFile.get(environment);
        if (file == null) {
            System.clearProperty("LOG_FILE");
        } else {
            file.applyToSystemProperties();
        }
        system.cleanUp();
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), null, file);
    }
}
