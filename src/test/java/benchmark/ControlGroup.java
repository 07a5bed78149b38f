package benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container is to the memory of a process: a control group of Linux, of its first version or its second. Where the
 * machine does not let us make one, there is none.
 */
final class ControlGroup implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final Path folder;
    private final Path peak;

    private ControlGroup(Path folder, Path peak) {
        this.folder = folder;
        this.peak = peak;
    }

    /** A group whose processes together get so much memory and no swap. */
    static Optional<ControlGroup> ofMegabytes(int megabytes) {
        String name = "tallyfold-" + ProcessHandle.current().pid();
        boolean first = Files.isDirectory(ROOT.resolve("memory"));
        Path folder = first ? ROOT.resolve("memory").resolve(name) : ROOT.resolve(name);
        String limit = first ? "memory.limit_in_bytes" : "memory.max";
        String peak = first ? "memory.max_usage_in_bytes" : "memory.peak";
        try {
            Files.createDirectory(folder);
            Files.writeString(folder.resolve(limit), Long.toString((long) megabytes << 20));
            return Optional.of(new ControlGroup(folder, folder.resolve(peak)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The command so that it runs in this group. */
    List<String> run(List<String> command) {
        List<String> inside = new ArrayList<>(
                List.of("sh", "-c", "echo $$ > " + folder.resolve("cgroup.procs") + " && exec \"$@\"", "sh"));
        inside.addAll(command);
        return inside;
    }

    /** The most its processes had, the system's copies of their files included, which it drops when room is short. */
    long peakMegabytes() throws IOException {
        return Long.parseLong(Files.readString(peak).strip()) >> 20;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder);
    }
}
