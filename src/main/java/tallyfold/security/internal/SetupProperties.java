package tallyfold.security.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator without a browser.
 *
 * @param adminName sign-in name; null to ask for the set-up code instead
 * @param adminPasswordFile file with nothing but the password; a line end after it does not count
 * @param adminDisplayName the name people read; null for the sign-in name
 */
@ConfigurationProperties("tallyfold.setup")
record SetupProperties(
        @Nullable String adminName,
        @Nullable Path adminPasswordFile,
        @Nullable String adminDisplayName) {}
