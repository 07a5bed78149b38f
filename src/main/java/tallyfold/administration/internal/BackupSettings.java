package tallyfold.administration.internal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When backups are taken and how many are kept: {@code tallyfold.backup.at}, an hour of the day like {@code 02:30} or
 * {@code off}, by the zone of all schedules; {@code tallyfold.backup.keep}, 1 or more.
 */
@Component
public class BackupSettings {

    private final Path folder;
    private final @Nullable LocalTime at;
    private final int keep;

    BackupSettings(
            @Value("${tallyfold.home:./tallyfold-home}") String home,
            @Value("${tallyfold.backup.at:02:30}") String at,
            @Value("${tallyfold.backup.keep:14}") int keep) {
        this.folder = Path.of(home, "backups");
        this.at = time(at.strip());
        this.keep = keep;
        if (keep < 1) {
            throw new IllegalArgumentException("tallyfold.backup.keep must be 1 or more: " + keep);
        }
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return text.equalsIgnoreCase("off") ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("tallyfold.backup.at must be a time like 02:30, or off: " + text, e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The hour of the nightly backup; empty when there is none. */
    public Optional<LocalTime> at() {
        return Optional.ofNullable(at);
    }

    public int keep() {
        return keep;
    }
}
