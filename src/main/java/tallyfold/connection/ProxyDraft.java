package tallyfold.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;

/**
 * A proxy as typed. All but the mode counts for {@link ProxyMode#PROXY} only.
 *
 * @param port null when none was typed
 * @param user blank where the proxy wants no sign-in
 * @param password null to keep the stored one, which stays only with the host, the port and the user it was entered for
 * @param direct hosts reached without the proxy; a leading dot covers all names under it
 */
public record ProxyDraft(
        ProxyMode mode,
        String host,
        @Nullable Integer port,
        String user,
        @Nullable Secret password,
        List<String> direct) {}
