package tallyfold.notification;

/**
 * Where messages are posted. Has no field for the secret on purpose.
 *
 * @param plain whether the address is unencrypted, which only this machine itself may be
 * @param installation where people open this installation, without a slash at the end; empty when nobody said
 */
public record WebhookSettings(String address, boolean secretSet, boolean plain, String installation) {}
