package tallyfold.sync;

/** Why a run was asked for. */
public enum SyncTrigger {
    /** After an import or a link. */
    FIRST,
    SCHEDULE,
    MANUAL
}
