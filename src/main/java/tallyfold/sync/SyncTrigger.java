package tallyfold.sync;

import tallyfold.uikit.Texts;

/** Why a run was asked for. */
public enum SyncTrigger {
    /** After an import or a link. */
    FIRST,
    SCHEDULE,
    MANUAL,
    /** By hand, with everything read anew whatever is known of changes. */
    FULL;

    /** The words people read. */
    public String label() {
        return Texts.of("sync.trigger." + name());
    }

    /** Whether a person asked, who may know of a change that a reading has passed already. */
    public boolean byHand() {
        return this == MANUAL || this == FULL;
    }
}
