package tallyfold.administration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tallyfold.administration.BackupFile;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;

/** The folder that backups lie in. Only files with names it gives itself are seen, read or deleted. */
final class BackupFolder {

    private static final String PART = ".part";
    private static final String NIGHTLY = "-nightly";
    private static final Pattern NAME =
            Pattern.compile("tallyfold-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z(-\\d+)?(-nightly)?\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where the bytes of a new file go; tests put a full disk there. */
    interface Disk {
        OutputStream create(Path file) throws IOException;
    }

    /** Writes the content of a new file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Path folder;
    private final Disk disk;

    BackupFolder(Path folder) {
        this(folder, BackupFolder::create);
    }

    BackupFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    Path path() {
        return folder;
    }

    /** Writes a file that has its name only once all of it is on the disk. */
    Path write(Instant now, boolean nightly, Content content) throws IOException {
        Files.createDirectories(folder);
        Path file = free(now, nightly);
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            removeParts();
            try (OutputStream out = disk.create(part)) {
                content.write(out);
            }
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The newest first. */
    List<BackupFile> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .map(BackupFolder::describe)
                    .sorted(Comparator.comparing(BackupFile::takenAt)
                            .thenComparing(BackupFile::name)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of backups cannot be read", e);
        }
    }

    BackupFile describe(String name) {
        return describe(file(name));
    }

    InputStream read(String name) throws IOException {
        return Files.newInputStream(file(name));
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The backup cannot be deleted", e);
        }
    }

    /** Deletes the oldest of the nightly ones; others stay until somebody deletes them. */
    void keepNightly(int count) {
        list().stream().filter(BackupFile::nightly).skip(count).forEach(old -> delete(old.name()));
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BackupRefusedException(Texts.of("administration.backup-unknown"));
        }
        return folder.resolve(name);
    }

    private Path free(Instant now, boolean nightly) {
        String end = (nightly ? NIGHTLY : "") + ".zip";
        Path file = folder.resolve("tallyfold-" + TIME.format(now) + end);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve("tallyfold-" + TIME.format(now) + "-" + i + end);
        }
        return file;
    }

    /** What a process that was killed left behind. */
    private void removeParts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> name(path).endsWith(".zip" + PART)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static BackupFile describe(Path file) {
        boolean nightly = name(file).contains(NIGHTLY);
        try {
            long size = Files.size(file);
            try (BackupArchive archive = BackupArchive.open(file)) {
                Manifest manifest = archive.manifest();
                return new BackupFile(
                        name(file), size, manifest.createdAt(), manifest.keyId(), manifest.rows(), nightly);
            } catch (BackupRefusedException _) {
                return new BackupFile(
                        name(file), size, Files.getLastModifiedTime(file).toInstant(), null, -1, nightly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A backup cannot be read", e);
        }
    }

    private static OutputStream create(Path file) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Channels.newOutputStream(FileChannel.open(
                file, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
