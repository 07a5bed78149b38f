package tallyfold.notification;

import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;

/**
 * What an administrator enters about the webhook; not yet looked at.
 *
 * @param secret null to keep the stored one
 */
public record WebhookDraft(String address, @Nullable Secret secret, String installation) {}
