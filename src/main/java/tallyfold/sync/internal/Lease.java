package tallyfold.sync.internal;

import tallyfold.project.Link;
import tallyfold.sync.SyncRunId;

/**
 * The right to write for one run of one link.
 *
 * @param fence grows with every lease of the link; only the newest may write
 * @param afterId every item up to this id was stored by the run before it was taken up again; 0 at first
 */
record Lease(Link link, SyncRunId run, long fence, long afterId) {}
