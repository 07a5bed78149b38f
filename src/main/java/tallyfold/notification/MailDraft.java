package tallyfold.notification;

import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;

/**
 * What an administrator enters about the mail server; not yet looked at.
 *
 * @param password null to keep the stored one
 * @param throughProxy whether mail takes the proxy of the network settings; only with encryption
 */
public record MailDraft(
        String host,
        int port,
        MailEncryption encryption,
        String userName,
        @Nullable Secret password,
        String sender,
        boolean throughProxy,
        String installation) {}
