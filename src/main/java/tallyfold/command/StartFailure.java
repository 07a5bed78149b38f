package tallyfold.command;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import tallyfold.administration.BackupRefusedException;
import tallyfold.command.log.TokenMask;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/** Says in one line why a start failed and what to do. */
final class StartFailure {

    private static final int MOST_CAUSES = 30;

    /** H2's DATABASE_ALREADY_OPEN. */
    private static final int LOCKED = 90020;

    private final @Nullable Environment environment;

    StartFailure(@Nullable Environment environment) {
        this.environment = environment;
    }

    String explain(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return causes.stream()
                .map(this::explainOne)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unknown(causes.getLast()));
    }

    /** Whether the reason is whole, so that nobody needs to look into the log. */
    boolean isPlain(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof StartRefusedException
                        || cause instanceof BackupRefusedException
                        || cause instanceof MasterKeyRefusedException
                        || cause instanceof PortInUseException);
    }

    /** Whether another process has the embedded database. */
    static boolean isLocked(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getClass().getName().startsWith("org.h2.")
                        && sql.getErrorCode() == LOCKED);
    }

    private Optional<String> explainOne(Throwable cause) {
        return switch (cause) {
            case StartRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case BackupRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case MasterKeyRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case PortInUseException taken ->
                Optional.of(Texts.of("command.port.taken", Integer.toString(taken.getPort())));
            case BindException _ ->
                Optional.of(Texts.of(
                        "command.port.refused",
                        property("server.address", "*") + ":" + property("server.port", "8080")));
            case org.springframework.boot.context.properties.bind.BindException unusable ->
                Optional.of(Texts.of("command.setting.unusable", unusable.getName()));
            case SQLException sql -> explainDatabase(sql);
            default -> Optional.empty();
        };
    }

    private Optional<String> explainDatabase(SQLException failure) {
        return failure.getClass().getName().startsWith("org.h2.") ? explainH2(failure) : explainServer(failure);
    }

    /** By H2's error codes, which are stable; its messages are not. */
    private Optional<String> explainH2(SQLException failure) {
        String file = environment == null
                ? ""
                : H2File.of(environment).map(found -> found.path().toString()).orElse("");
        return switch (failure.getErrorCode()) {
            case LOCKED -> Optional.of(Texts.of("command.database.locked", file));
            case 90028, 90030, 90031, 90048, 50000 -> Optional.of(Texts.of("command.database.damaged", file));
            case 28000 -> Optional.of(Texts.of("command.database.sign-in", file));
            default -> Optional.empty();
        };
    }

    private Optional<String> explainServer(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return Optional.empty();
        }
        String address = withoutParameters(property("spring.datasource.url", ""));
        return switch (state) {
            case "28P01", "28000" -> Optional.of(Texts.of("command.database.sign-in", address));
            case "3D000" -> Optional.of(Texts.of("command.database.absent", address));
            default ->
                state.startsWith("08")
                        ? Optional.of(Texts.of("command.database.unreachable", address))
                        : Optional.empty();
        };
    }

    private static String unknown(Throwable root) {
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return TokenMask.mask(Texts.of("command.unknown", root.getClass().getSimpleName(), message));
    }

    private String property(String name, String otherwise) {
        return environment == null ? otherwise : environment.getProperty(name, otherwise);
    }

    /** Parameters of a database address may hold a password. */
    private static String withoutParameters(String address) {
        return address.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = failure; next != null && causes.size() < MOST_CAUSES; next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }
}
