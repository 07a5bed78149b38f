package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallyfold.administration.BackupFailed;
import tallyfold.notification.OperationFailed;

/** Which failed backups people are told of. */
class BackupNewsTest {

    private final List<Object> told = new ArrayList<>();
    private final BackupNews news = new BackupNews(told::add);

    @Test
    void tellsOfANightlyBackupThatFailed() {
        news.on(new BackupFailed("The disk is full.", true));

        assertThat(told).containsExactly(new OperationFailed(OperationFailed.Operation.BACKUP, "The disk is full."));
    }

    @Test
    void leavesOutOneThatSomebodyAskedForAndSawFail() {
        news.on(new BackupFailed("The disk is full.", false));

        assertThat(told).isEmpty();
    }
}
