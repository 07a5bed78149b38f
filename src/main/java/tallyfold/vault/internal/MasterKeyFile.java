package tallyfold.vault.internal;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import tallyfold.uikit.Texts;
import tallyfold.vault.MasterKeyRefusedException;

/** A master key in a file: read only when nobody else may read it, written once and never over another. */
final class MasterKeyFile {

    private static final int MOST_BYTES = 4096;
    private static final Set<PosixFilePermission> OWNER_ONLY = Set.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    private final Path path;

    MasterKeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    MasterKey read() {
        try {
            refuseWhenOthersMayRead();
            byte[] content;
            try (InputStream in = Files.newInputStream(path)) {
                content = in.readNBytes(MOST_BYTES);
            }
            return MasterKey.parse(new String(content, StandardCharsets.ISO_8859_1), path.toString())
                    .orElseThrow(() -> new MasterKeyRefusedException(
                            Texts.of("vault.key.not-a-key", path, Integer.toString(content.length))));
        } catch (IOException e) {
            throw new MasterKeyRefusedException(
                    Texts.of("vault.key.unreadable", path, e.getClass().getSimpleName()));
        }
    }

    private void refuseWhenOthersMayRead() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new MasterKeyRefusedException(
                    Texts.of("vault.key.open-to-others", path, PosixFilePermissions.toString(permissions)));
        }
    }

    /** Writes a new random key and returns it only once it is on the disk. */
    MasterKey create() {
        MasterKey key = MasterKey.random(path.toString());
        try {
            Path folder = path.resolveSibling("");
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            try (FileChannel file = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(folder, "rw-------"))) {
                ByteBuffer text = StandardCharsets.US_ASCII.encode(key.toText() + "\n");
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(true);
            }
            syncFolder(folder);
            return key;
        } catch (IOException e) {
            throw new MasterKeyRefusedException(
                    Texts.of("vault.key.not-written", path, e.getClass().getSimpleName()));
        }
    }

    /** Copies the key, for the owner only; a copy that is there already is written anew. Returns the copy. */
    Path copyTo(Path copy) {
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            byte[] content = Files.readAllBytes(path);
            try (FileChannel file = FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly(part.resolveSibling(""), "rw-------"))) {
                ByteBuffer text = ByteBuffer.wrap(content);
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(true);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(copy.resolveSibling(""));
            return copy;
        } catch (IOException e) {
            throw new MasterKeyRefusedException(
                    Texts.of("vault.key.not-written", copy, e.getClass().getSimpleName()));
        }
    }

    /** Renames the file in one step, over one that may be there. */
    void moveTo(Path target) {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(target.resolveSibling(""));
        } catch (IOException e) {
            throw new MasterKeyRefusedException(
                    Texts.of("vault.key.not-written", target, e.getClass().getSimpleName()));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the name durable as well; some systems cannot open a folder, and then have no need to. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return;
        }
    }
}
