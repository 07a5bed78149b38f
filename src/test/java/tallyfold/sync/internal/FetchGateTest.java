package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tallyfold.provider.SessionCost;

class FetchGateTest {

    private final FetchGate gate = new FetchGate();

    private void pass(int times, Duration waited) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            gate.enter();
            gate.leave(new SessionCost(i, waited));
        }
    }

    @Test
    void startsWithFourAndGrowsToEightWhereItIsWelcome() throws InterruptedException {
        assertThat(gate.limit()).isEqualTo(4);
        pass(200, Duration.ZERO);
        assertThat(gate.limit()).isEqualTo(8);
    }

    @Test
    void fallsToOneWhenAskedForPatienceAndRecovers() throws InterruptedException {
        pass(200, Duration.ZERO);
        pass(1, Duration.ofSeconds(3));
        assertThat(gate.limit()).isEqualTo(1);
        pass(200, Duration.ofSeconds(3));
        assertThat(gate.limit()).isEqualTo(8);
    }

    @Test
    void letsNobodyInBeyondTheLimit() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            gate.enter();
        }
        Thread fifth = Thread.ofVirtual().start(() -> {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(fifth.join(Duration.ofMillis(100))).isFalse();
        gate.leave(RunCounts.FREE);
        assertThat(fifth.join(Duration.ofSeconds(10))).isTrue();
    }
}
