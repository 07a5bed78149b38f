package tallyfold.sync.internal;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.sync.internal.CheckpointRepository.Checkpoint;

/** Lets only the newest lease of a link write: looks at it first, in the transaction of what is written. */
@Component
class Fence {

    private final TransactionTemplate transaction;
    private final CheckpointRepository checkpoints;

    Fence(TransactionTemplate transaction, CheckpointRepository checkpoints) {
        this.transaction = transaction;
        this.checkpoints = checkpoints;
    }

    /**
     * Runs one short transaction.
     *
     * @throws StaleLeaseException when the lease does not hold any more; nothing is written then
     */
    <T> T write(Lease lease, Function<Checkpoint, T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Checkpoint checkpoint = checkpoints
                    .lock(lease.link().id())
                    .filter(found ->
                            found.fence() == lease.fence() && found.run().equals(lease.run()))
                    .orElseThrow(StaleLeaseException::new);
            return work.apply(checkpoint);
        }));
    }
}
