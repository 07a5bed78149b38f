package tallyfold.administration;

/**
 * A backup was not taken.
 *
 * @param reason what happened and what to do, for an administrator
 * @param nightly whether it was the schedule's, which nobody watches
 */
public record BackupFailed(String reason, boolean nightly) {}
