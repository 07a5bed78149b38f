package tallyfold.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupStore;
import tallyfold.progress.FigureRebuild;
import tallyfold.security.PasswordReset;
import tallyfold.uikit.Texts;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.MasterKeyRotation;
import tallyfold.vault.PresentMasterKey;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SecretsCheck;
import tallyfold.vault.SettingSeal;

/** The command line as its users see it. */
@Command(
        name = "tallyfold",
        header = "Tallyfold, a self-hosted project-portfolio hub.",
        description = {"Without a command it serves.", "Configuration may follow as --some.property=value."},
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
final class TallyfoldCommand implements Callable<Integer> {

    private final Class<?> application;
    private final List<String> properties;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The folder everything lives in (default ./tallyfold-home, or TALLYFOLD_HOME).")
    @Nullable
    String home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            scope = ScopeType.INHERIT,
            description = "The port to listen on (default 8080; 0 for any free one).")
    @Nullable
    Integer port;

    @Option(
            names = "--forget-tokens",
            scope = ScopeType.INHERIT,
            description = "When the master key is lost: keep everything but the sealed tokens.")
    boolean forgetTokens;

    TallyfoldCommand(Class<?> application, List<String> properties) {
        this.application = application;
        this.properties = properties;
    }

    @Override
    public Integer call() {
        return serve();
    }

    @Command(
            name = "serve",
            description = "Starts the product and serves it (the default).",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int serve() {
        return launcher().serve(false);
    }

    @Command(
            name = "demo",
            description = "The same with a demo organization, on this machine only.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int demo() {
        return launcher().serve(true);
    }

    @Command(
            name = "secrets-check",
            description = "Tries every sealed token and says which ones do not open.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int secretsCheck() {
        return launcher().once(context -> {
            SecretsCheck check = context.getBean(SecretsCheck.class);
            if (forgetTokens) {
                OptionalInt forgotten = check.forgetTokens();
                launcher()
                        .print(
                                forgotten.isPresent()
                                        ? Texts.of("command.secrets.forgotten", Integer.toString(forgotten.getAsInt()))
                                        : Texts.of("command.secrets.not-forgotten"));
            }
            return new SecretsPrint(launcher()::print).print(check.run());
        });
    }

    @Command(
            name = "rotate-master-key",
            description = "Puts a new master key in place and seals every token anew; can be repeated after a crash.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int rotateMasterKey(
            @Option(
                            names = "--from",
                            paramLabel = "OLDFILE",
                            description =
                                    "The file with the key in use until now, where you have put the new one in place.")
                    @Nullable
                    Path from) {
        if (from != null) {
            properties.add("--tallyfold.vault.rotate-from=" + from.toAbsolutePath());
        }
        return launcher().once(context -> {
            MasterKeyRotation rotation = context.getBean(MasterKeyRotation.class);
            RotationResult result =
                    from == null ? rotation.run(KeyProgress.UNHEARD) : rotation.runFrom(from, KeyProgress.UNHEARD);
            return new RotationPrint(launcher()::print, launcher()::complain).print(result);
        });
    }

    @Command(
            name = "backup",
            description = "Writes everything but the master key into a file in the folder of backups.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int backup() {
        return launcher().once(context -> {
            BackupStore backups = context.getBean(BackupStore.class);
            // Only a database whose key is at hand, so that the file can say which key belongs to it.
            context.getBean(SecretsCheck.class).forgetTokens();
            BackupFile file = backups.take(BackupProgress.UNHEARD);
            launcher()
                    .print(Texts.of(
                            "command.backup.taken",
                            backups.folder().resolve(file.name()),
                            Long.toString(file.rows()),
                            Long.toString(file.bytes())));
            launcher().print(Texts.of("command.backup.key", String.valueOf(file.keyId())));
            return Commands.OK;
        });
    }

    @Command(
            name = "restore",
            description = "Brings everything back from a backup; Tallyfold must be stopped.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int restore(
            @Parameters(paramLabel = "FILE", description = "A backup, for example tallyfold-2026-11-29T023000Z.zip.")
                    Path file,
            @Option(
                            names = "--replace",
                            description =
                                    "Replaces a PostgreSQL database that has content; its tables are kept in another schema.")
                    boolean replace) {
        return launcher().restore(new Restore(file, replace, forgetTokens, launcher()::print));
    }

    @Command(
            name = "reset-password",
            description = "Gives a user a new password and prints it once.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int resetPassword(@Parameters(paramLabel = "USER", description = "The sign-in name.") String user) {
        Launcher launcher = launcher();
        return launcher.once(
                context -> {
                    String password = context.getBean(PasswordReset.class).reset(user);
                    launcher.print(Texts.of("command.password.new", user, password));
                    return Commands.OK;
                },
                home -> new RunningServer(home).resetPassword(user, launcher));
    }

    @Command(
            name = "seal-setting",
            description =
                    "Reads a secret and prints it as ENC(...), which may stand in the configuration in its place.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int sealSetting() {
        Launcher launcher = launcher();
        return launcher.withKey(context -> {
            PresentMasterKey key = context.getBean(PresentMasterKey.class);
            if (key.id().isEmpty()) {
                launcher.complain(Texts.of("command.seal.no-key", key.places()));
                return Commands.FAILED;
            }
            String secret = SecretInput.read(Texts.of("command.seal.prompt"));
            if (secret.isEmpty()) {
                launcher.complain(Texts.of("command.seal.nothing"));
                return Commands.USAGE;
            }
            launcher.print(context.getBean(SettingSeal.class).seal(secret));
            return Commands.OK;
        });
    }

    @Command(
            name = "rebuild-figures",
            description = "Counts all work items anew, for figures that are not trusted.",
            mixinStandardHelpOptions = true,
            versionProvider = ProductVersion.class)
    int rebuildFigures() {
        return launcher().once(context -> {
            int projects = context.getBean(FigureRebuild.class).run();
            launcher().print(Texts.of("command.figures.rebuilt", Integer.toString(projects)));
            return Commands.OK;
        });
    }

    private Launcher launcher() {
        if (spec == null) {
            throw new IllegalStateException("Not run as a command");
        }
        return new Launcher(
                application,
                springArguments(),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private String[] springArguments() {
        List<String> arguments = new ArrayList<>();
        if (home != null) {
            arguments.add("--tallyfold.home=" + home);
        }
        if (port != null) {
            arguments.add("--server.port=" + port);
        }
        if (forgetTokens) {
            arguments.add("--tallyfold.vault.forget-tokens=true");
        }
        arguments.addAll(properties);
        return arguments.toArray(String[]::new);
    }
}
