package tallyfold.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * The folder in which the command {@code reset-password} asks a running server for its favour, because the embedded
 * database belongs to one process. What is asked is a name and the hash of a password that only the command knows; only
 * whoever may write to the server's own folder can ask, who could do anything else to it as well. See ADR 017.
 */
public final class ResetFolder {

    /** What became of a request. */
    public enum Answer {
        DONE,
        NO_SUCH_USER,
        /** No server looks into the folder, or it may not read what was asked. */
        NONE
    }

    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final Duration LONGEST_AGE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long LARGEST = 4_096;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path home;
    private final Path folder;

    public ResetFolder(Path home) {
        this.home = home.toAbsolutePath().normalize();
        this.folder = this.home.resolve("requests");
    }

    /** Makes the folder, for its owner only, and forgets what was asked before. For the server. */
    public void open() {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(home);
                Files.createDirectory(folder, ownerOnly(home, "rwx------"));
            }
            for (Path left : files("")) {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be used", e);
        }
    }

    /**
     * Answers what is asked now. For the server.
     *
     * @param reset stores the hash of a user's new password; false when there is no such user
     * @param now by which a request that is too old is dropped
     */
    public void answer(BiPredicate<String, String> reset, Instant now) throws IOException {
        for (Path file : files(REQUEST)) {
            Optional<List<String>> lines = read(file, now);
            // Whoever takes it away answers it; on a second look it is not there any more.
            if (!Files.deleteIfExists(file) || lines.isEmpty()) {
                continue;
            }
            boolean done = reset.test(lines.get().get(0), lines.get().get(1));
            write(sibling(file, ANSWER), done ? "done" : "no such user");
        }
    }

    /** Asks the server that runs on this folder, and waits. For the command. */
    public Answer ask(String userName, String passwordHash, Duration patience)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return Answer.NONE;
        }
        Path request = folder.resolve(UUID.randomUUID() + REQUEST);
        Path answer = sibling(request, ANSWER);
        write(request, userName + "\n" + passwordHash);
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end) {
                if (Files.exists(answer)) {
                    return Files.readString(answer, StandardCharsets.UTF_8).equals("done")
                            ? Answer.DONE
                            : Answer.NO_SUCH_USER;
                }
                Thread.sleep(LOOK);
            }
            return Answer.NONE;
        } finally {
            Files.deleteIfExists(request);
            Files.deleteIfExists(answer);
        }
    }

    private List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ending)) {
            all.forEach(found::add);
        }
        return found;
    }

    /** Empty for what somebody else may have written, or nobody waits for any more. */
    private Optional<List<String>> read(Path file, Instant now) throws IOException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > LARGEST
                    || !belongsToOwner(file)
                    || Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONGEST_AGE))) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == 2 ? Optional.of(lines) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private boolean belongsToOwner(Path file) throws IOException {
        if (!posix(file)) {
            // The rights of the folder are inherited there.
            return true;
        }
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder))
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                        .noneMatch(OTHERS::contains);
    }

    /** Under another name first, so that nobody reads half of it. */
    private void write(Path file, String text) throws IOException {
        Path half = sibling(file, ".half");
        Files.createFile(half, ownerOnly(folder, "rw-------"));
        Files.writeString(half, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[a-z]+$", "") + ending);
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path near, String rights) {
        return posix(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
