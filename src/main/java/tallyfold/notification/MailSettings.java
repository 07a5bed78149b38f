package tallyfold.notification;

/**
 * How mail leaves. Has no field for the password on purpose.
 *
 * @param port 1 to 65535
 * @param userName empty when the server asks for no sign-in
 * @param passwordSet whether one is stored
 * @param sender address that stands as sender
 * @param throughProxy whether mail takes the proxy of the network settings
 * @param installation where people open this installation, without a slash at the end; empty when nobody said
 */
public record MailSettings(
        String host,
        int port,
        MailEncryption encryption,
        String userName,
        boolean passwordSet,
        String sender,
        boolean throughProxy,
        String installation) {}
