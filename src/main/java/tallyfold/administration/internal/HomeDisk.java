package tallyfold.administration.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tallyfold.administration.SystemState.Disk;

/** The disk that the home folder lies on. */
@Component
public class HomeDisk {

    private final Path home;

    HomeDisk(@Value("${tallyfold.home}") String home) {
        this.home = Path.of(home).toAbsolutePath();
    }

    public Disk disk() {
        try {
            FileStore store = Files.getFileStore(home);
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return new Disk(null, null);
        }
    }
}
