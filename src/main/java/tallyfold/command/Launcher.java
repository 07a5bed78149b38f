package tallyfold.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tallyfold.command.log.ConsoleFilter;
import tallyfold.network.HttpClients;
import tallyfold.uikit.Texts;
import tallyfold.vault.PresentMasterKey;

/** Starts Spring for a command and turns what goes wrong into one line and an exit code. */
final class Launcher {

    private final Class<?> application;
    private final String[] arguments;
    private final PrintWriter out;
    private final PrintWriter err;

    Launcher(Class<?> application, String[] arguments, PrintWriter out, PrintWriter err) {
        this.application = application;
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    /** Starts the server, and returns when it is ready or has failed. */
    int serve(boolean demo) {
        // Before anybody makes a client.
        HttpClients.allowTunnelSignIn();
        ConsoleFilter.enter(ConsoleFilter.Phase.COMMAND);
        BeforeStart before = new BeforeStart(demo ? BeforeStart.Purpose.DEMO : BeforeStart.Purpose.SERVE);
        SpringApplication spring = new SpringApplication(application);
        if (demo) {
            spring.setAdditionalProfiles("demo");
        }
        spring.addListeners(before);
        try {
            ConfigurableApplicationContext context = spring.run(arguments);
            print(Texts.of("command.ready", Address.of(context.getEnvironment())));
            ConsoleFilter.enter(ConsoleFilter.Phase.RUNNING);
            return Commands.OK;
        } catch (RuntimeException | Error e) {
            err.println(Texts.of("command.not-started", explain(e, before)));
            return Commands.FAILED;
        }
    }

    /** Does one thing on the database without a web server; the server has to be stopped for an embedded one. */
    int once(ToIntFunction<ApplicationContext> work) {
        return once(work, null, arguments);
    }

    /**
     * The same for what a running server can do in place of this process.
     *
     * @param beside with the home folder, when another process has the embedded database; empty when that did not help
     */
    int once(ToIntFunction<ApplicationContext> work, @Nullable Function<Path, OptionalInt> beside) {
        return once(work, beside, arguments);
    }

    private int once(
            ToIntFunction<ApplicationContext> work, @Nullable Function<Path, OptionalInt> beside, String... arguments) {
        ConsoleFilter.enter(ConsoleFilter.Phase.COMMAND);
        BeforeStart before = new BeforeStart(BeforeStart.Purpose.ONE_SHOT);
        SpringApplication spring = new SpringApplication(Maintenance.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.addListeners(before);
        try (ConfigurableApplicationContext context = spring.run(arguments)) {
            return work.applyAsInt(context);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return Commands.FAILED;
        } catch (RuntimeException | Error e) {
            HomeFolder home = before.home();
            OptionalInt helped = beside != null && home != null && StartFailure.isLocked(e)
                    ? beside.apply(home.path())
                    : OptionalInt.empty();
            if (helped.isEmpty()) {
                err.println(explain(e, before));
            }
            return helped.orElse(Commands.FAILED);
        }
    }

    /** Brings a database back; nothing is replaced unless all went well. */
    int restore(Restore restore) {
        return withKey(context -> restore.run(
                context.getEnvironment(),
                context.getBean(PresentMasterKey.class),
                (url, rotateFrom, work) -> once(work, null, onto(url, rotateFrom))));
    }

    /** Does one thing with the configuration and the master key, but no database. */
    int withKey(ToIntFunction<ApplicationContext> work) {
        ConsoleFilter.enter(ConsoleFilter.Phase.COMMAND);
        BeforeStart before = new BeforeStart(BeforeStart.Purpose.WITHOUT_DATABASE);
        SpringApplication spring = new SpringApplication(KeySetup.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.addListeners(before);
        try (ConfigurableApplicationContext context = spring.run(arguments)) {
            return work.applyAsInt(context);
        } catch (RuntimeException | Error e) {
            err.println(explain(e, before));
            return Commands.FAILED;
        }
    }

    private String[] onto(String url, @Nullable Path rotateFrom) {
        String property = "--spring.datasource.url=";
        List<String> all = new ArrayList<>(Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith(property))
                .toList());
        all.add(property + url);
        if (rotateFrom != null) {
            all.add("--tallyfold.vault.rotate-from=" + rotateFrom);
        }
        return all.toArray(String[]::new);
    }

    void print(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }

    private static String explain(Throwable failure, BeforeStart before) {
        StartFailure reasons = new StartFailure(before.environment());
        String reason = reasons.explain(failure);
        @Nullable HomeFolder home = before.home();
        return home == null || reasons.isPlain(failure)
                ? reason
                : reason + (reason.endsWith(".") ? " " : ". ") + Texts.of("command.details", home.logFile());
    }
}
