package tallyfold.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxy as it is stored. The password is never part of it.
 *
 * @param host empty where none is stored
 * @param port null where none is stored
 * @param passwordStored whether there is one
 */
public record ProxyEntry(
        ProxyMode mode,
        String host,
        @Nullable Integer port,
        String user,
        boolean passwordStored,
        List<String> direct) {}
