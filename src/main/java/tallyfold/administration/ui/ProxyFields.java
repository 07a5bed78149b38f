package tallyfold.administration.ui;

import org.jspecify.annotations.Nullable;
import tallyfold.connection.ProxyMode;

/**
 * What the form of the proxy holds; the password has a field of its own, which no value is read into. Public because the binder
 * makes the record.
 *
 * @param port null while none is typed
 * @param direct names of hosts, one a line
 */
public record ProxyFields(
        ProxyMode mode, String host, @Nullable Integer port, String user, String direct) {}
