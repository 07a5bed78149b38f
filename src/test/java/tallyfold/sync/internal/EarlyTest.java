package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;

class EarlyTest {

    @Test
    void asksBeforeAnybodyWaits() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (Early<String> early = new Early<>(() -> {
            asked.countDown();
            return "answer";
        })) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(early.get()).isEqualTo("answer");
        }
    }

    @Test
    void throwsARefusalAsItWas() {
        ProviderException refusal = new ProviderException(new ProviderFailure.Throttled(Duration.ofSeconds(1)));
        try (Early<String> early = new Early<>(() -> {
            throw refusal;
        })) {
            assertThatThrownBy(early::get).isSameAs(refusal);
        }
    }

    @Test
    void interruptsAQuestionNobodyWaitsForAnyMore() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Early<String> early = new Early<>(() -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        early.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
