package tallyfold.administration;

/** A backup was taken and is whole. */
public record BackupTaken(BackupFile file) {}
