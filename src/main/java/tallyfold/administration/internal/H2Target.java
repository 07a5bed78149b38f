package tallyfold.administration.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;

/** A new H2 file in the same folder. The present one is locked meanwhile, so that no server starts on it. */
final class H2Target extends RestoreTarget {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:h2:\\w+:)([^;]+)(.*)");
    private static final String END = ".mv.db";
    /** H2 needs more room than the plain rows, for indexes and while it writes. */
    private static final int ROOM = 2;

    private final String scheme;
    private final String parameters;
    private final Path present;
    private final Path next;
    private final Path kept;
    private @Nullable FileChannel lock;

    private H2Target(Environment environment, Matcher address, String time) {
        super(environment);
        this.scheme = address.group(1);
        this.parameters = address.group(3);
        Path database = Path.of(address.group(2)).toAbsolutePath().normalize();
        this.present = database.resolveSibling(database.getFileName() + END);
        this.next = database.resolveSibling(database.getFileName() + "-restoring" + END);
        this.kept = database.resolveSibling(database.getFileName() + "-before-restore-" + time + END);
    }

    static RestoreTarget of(Environment environment, String time) {
        Matcher address = ADDRESS.matcher(environment.getProperty("spring.datasource.url", ""));
        return address.matches() ? new H2Target(environment, address, time) : new PostgresTarget(environment, time);
    }

    @Override
    void check(long bytes, boolean replace) {
        try {
            Files.createDirectories(present.resolveSibling(""));
            Files.deleteIfExists(next);
            if (Files.exists(present)) {
                lock();
            }
            long free = Files.getFileStore(present.resolveSibling("")).getUsableSpace();
            if (free < bytes * ROOM) {
                throw new BackupRefusedException(Texts.of(
                        "administration.restore-no-room",
                        present.resolveSibling(""),
                        megabytes(bytes * ROOM),
                        megabytes(free)));
            }
        } catch (IOException e) {
            throw new BackupRefusedException(
                    Texts.of(
                            "administration.restore-folder",
                            present.resolveSibling(""),
                            e.getClass().getSimpleName()),
                    e);
        }
    }

    private void lock() throws IOException {
        FileChannel channel = FileChannel.open(present, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new BackupRefusedException(Texts.of("administration.restore-in-use", present));
        }
        lock = channel;
    }

    @Override
    String url() {
        String name = next.toString();
        return scheme + name.substring(0, name.length() - END.length()) + parameters;
    }

    @Override
    @Nullable
    String swap() {
        try {
            boolean keep = Files.exists(present);
            if (keep) {
                // A second name first: at no moment is there no database under its own name.
                secondName();
            }
            Files.move(next, present, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return keep ? kept.toString() : null;
        } catch (IOException e) {
            throw new BackupRefusedException(
                    Texts.of(
                            "administration.restore-folder",
                            present.resolveSibling(""),
                            e.getClass().getSimpleName()),
                    e);
        }
    }

    private void secondName() throws IOException {
        try {
            Files.createLink(kept, present);
        } catch (UnsupportedOperationException | IOException _) {
            Files.copy(present, kept, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
            Files.deleteIfExists(next);
            String name = next.toString();
            Files.deleteIfExists(Path.of(name.substring(0, name.length() - END.length()) + ".trace.db"));
        } catch (IOException _) {
            // The next restore removes it.
            return;
        }
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes / 1_000_000);
    }
}
