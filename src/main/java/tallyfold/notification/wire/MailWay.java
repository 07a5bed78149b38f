package tallyfold.notification.wire;

import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;
import tallyfold.notification.MailEncryption;

/**
 * A mail server with all that is needed to send by it.
 *
 * @param password null when the server asks for no sign-in
 * @param throughProxy whether it takes the proxy of the network settings, unless those name the host as reached directly
 */
public record MailWay(
        String host,
        int port,
        MailEncryption encryption,
        String userName,
        @Nullable Secret password,
        String sender,
        boolean throughProxy) {}
