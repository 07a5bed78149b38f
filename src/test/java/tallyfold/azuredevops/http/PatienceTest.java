package tallyfold.azuredevops.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.PauseLedger;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.provider.ProviderFailure.Unreachable;
import tallyfold.provider.ProviderFailure.Unreachable.Obstacle;
import tallyfold.provider.ProviderId;

class PatienceTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Instant now = START;
    private final List<Duration> pauses = new ArrayList<>();
    private double chance = 0.5;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final List<Instant> kept = new ArrayList<>();

    private final Patience patience = new Patience(
            4,
            clock,
            () -> chance,
            length -> {
                pauses.add(length);
                now = now.plus(length);
            },
            kept::add);

    private static ExchangeFailure serverError() {
        return new ExchangeFailure(new Unreachable(Obstacle.SERVER_ERROR, null), Remedy.AGAIN);
    }

    private static ExchangeFailure throttled(@Nullable Duration wait) {
        return new ExchangeFailure(new Throttled(wait), Remedy.LATER, wait);
    }

    private String ask(Supplier<String> question) {
        return patience.ask(Effort.BACKGROUND, new RetryBudget(), _ -> {}, question);
    }

    private int askFailing(Effort effort, int failures, ExchangeFailure failure) {
        AtomicInteger asked = new AtomicInteger();
        patience.ask(effort, new RetryBudget(), _ -> {}, () -> {
            if (asked.incrementAndGet() <= failures) {
                throw failure;
            }
            return "answer";
        });
        return asked.get();
    }

    private static HttpHeaders headers(String... pairs) {
        HttpHeaders headers = new HttpHeaders();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    @Nested
    class Repeats {

        @Test
        void triesAPassingTroubleAgainWithGrowingPauses() {
            assertThat(askFailing(Effort.BACKGROUND, 4, serverError())).isEqualTo(5);
            assertThat(pauses)
                    .containsExactly(
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4));
        }

        @Test
        void givesUpAfterFiveAttempts() {
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> patience.ask(Effort.BACKGROUND, new RetryBudget(), _ -> {}, () -> {
                        asked.incrementAndGet();
                        throw serverError();
                    }))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(asked).hasValue(5);
        }

        @Test
        void neverRepeatsARefusal() {
            assertThatThrownBy(() -> askFailing(
                            Effort.BACKGROUND,
                            1,
                            new ExchangeFailure(new TokenRejected(Rejection.NOT_ACCEPTED), Remedy.NONE)))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(pauses).isEmpty();
        }

        @Test
        void triesTimeOutsLessOften() {
            ExchangeFailure timeOut = new ExchangeFailure(new Unreachable(Obstacle.TIMEOUT, null), Remedy.AGAIN_SELDOM);
            assertThat(askFailing(Effort.BACKGROUND, 2, timeOut)).isEqualTo(3);
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 3, timeOut)).isInstanceOf(ExchangeFailure.class);
        }

        @Test
        void triesTwiceWhileAPersonWaits() {
            assertThat(askFailing(Effort.PERSON_WAITS, 1, serverError())).isEqualTo(2);
            assertThatThrownBy(() -> askFailing(Effort.PERSON_WAITS, 2, serverError()))
                    .isInstanceOf(ExchangeFailure.class);
        }

        @Test
        void stopsRepeatingWhenTheBudgetIsSpent() {
            RetryBudget budget = new RetryBudget();
            int repeats = 0;
            while (budget.spend()) {
                repeats++;
            }
            assertThat(repeats).isEqualTo(20);
            for (int request = 0; request < 100; request++) {
                budget.earn();
            }
            for (int i = 0; i < 10; i++) {
                assertThat(budget.spend()).isTrue();
            }
            assertThat(budget.spend()).isFalse();
        }
    }

    @Nested
    class Waiting {

        @Test
        void waitsAsLongAsAskedAndNotLess() {
            assertThat(askFailing(Effort.BACKGROUND, 1, throttled(Duration.ofSeconds(7))))
                    .isEqualTo(2);
            assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        }

        @Test
        void waitsBeforeTheNextRequestWhenAGoodAnswerAsksForIt() {
            patience.heed(RateSignals.read(headers("Retry-After", "9"), now));
            assertThat(askFailing(Effort.BACKGROUND, 0, serverError())).isEqualTo(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(9));
        }

        @Test
        void waitsFiveSecondsOrMoreWhenNoTimeIsGiven() {
            chance = 0;
            askFailing(Effort.BACKGROUND, 1, throttled(null));
            assertThat(pauses).containsExactly(Duration.ofSeconds(5));
        }

        @Test
        void reportsALongWaitToAPersonAtOnce() {
            assertThatThrownBy(() -> askFailing(Effort.PERSON_WAITS, 1, throttled(Duration.ofSeconds(30))))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(pauses).isEmpty();
            // The next asker hears of the pause without a request.
            assertThatThrownBy(() -> askFailing(Effort.PERSON_WAITS, 0, serverError()))
                    .isInstanceOfSatisfying(
                            ExchangeFailure.class,
                            failure -> assertThat(failure.failure().code()).isEqualTo("THROTTLED"));
        }

        @Test
        void endsTheRunWhenAskedToWaitForEver() {
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 1, throttled(RetryAfter.LONGEST)))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(pauses).isEmpty();
        }

        @Test
        void endsWhenInterruptedAndKeepsTheMark() {
            Patience interrupted = new Patience(
                    1,
                    clock,
                    () -> 0,
                    _ -> {
                        throw new InterruptedException();
                    },
                    _ -> {});
            interrupted.heed(RateSignals.read(headers("Retry-After", "9"), now));
            assertThatThrownBy(() -> interrupted.ask(Effort.BACKGROUND, new RetryBudget(), _ -> {}, () -> "answer"))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class Keeping {

        private int askPatiently() {
            return askFailing(Effort.BACKGROUND, 0, serverError());
        }

        @Test
        void tellsOthersOfANoticeablePauseOnceAndRoundedUp() {
            now = START.plusMillis(400);
            patience.heed(RateSignals.read(headers("Retry-After", "300"), now));
            now = START.plusMillis(450);
            patience.heed(RateSignals.read(headers("Retry-After", "300"), now));
            assertThat(kept).containsExactly(START.plusSeconds(301));

            patience.heed(RateSignals.read(headers("Retry-After", "60"), now));
            assertThat(kept).hasSize(1);
            patience.heed(RateSignals.read(headers("Retry-After", "400"), now));
            assertThat(kept).hasSize(2);
        }

        @Test
        void tellsOfARefusalThatGivesNoTime() {
            chance = 0;
            assertThatThrownBy(() -> askFailing(new Effort(1, Duration.ZERO), 1, throttled(null)))
                    .isInstanceOf(ExchangeFailure.class);
            assertThat(kept).containsExactly(START.plusSeconds(6));
        }

        @Test
        void tellsNothingOfAHealthyHourNorOfAPauseThatIsOverBeforeAnybodyCouldLook() {
            for (int i = 0; i < 3_600; i++) {
                askPatiently();
                now = now.plusSeconds(1);
            }
            patience.heed(RateSignals.read(headers("Retry-After", "4"), now));
            patience.heed(RateSignals.read(headers("X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "0"), now));
            assertThat(kept).isEmpty();
        }

        @Test
        void waitsAsAnotherProcessWasTold() {
            patience.recall(_ -> START.plusSeconds(40));
            assertThat(patience.allowance("fabrikam").pausedUntil()).isEqualTo(START.plusSeconds(40));
            assertThat(askPatiently()).isEqualTo(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(40));
            // What came out of the ledger does not go in again.
            assertThat(kept).isEmpty();
        }

        @Test
        void believesNothingBeyondTheLongestPatience() {
            patience.recall(latest -> {
                assertThat(latest).isEqualTo(START.plus(RetryAfter.LONGEST));
                return latest;
            });
            now = START.plus(RetryAfter.LONGEST);
            assertThat(askPatiently()).isEqualTo(1);
            assertThat(pauses).isEmpty();
        }

        @Test
        void capsAHostileWaitBeforeItIsKept() {
            patience.heed(RateSignals.read(headers("Retry-After", "999999999"), now));
            assertThat(kept).containsExactly(START.plus(RetryAfter.LONGEST).plusSeconds(1));
        }

        @Test
        void looksWheneverASessionBeginsAndForEachOrganizationByItself() {
            Map<PauseLedger.Source, Instant> ledger = new HashMap<>();
            OrganizationPatience node = new OrganizationPatience(
                    new PauseLedger() {
                        @Override
                        public void remember(Source source, Instant until) {
                            ledger.put(source, until);
                        }

                        @Override
                        public @Nullable Instant until(Source source, Instant latest) {
                            return ledger.get(source);
                        }
                    },
                    keeper -> new Patience(4, clock, () -> chance, _ -> {}, keeper));
            var fabrikam = new PauseLedger.Source(new ProviderId("azure-devops"), "fabrikam", EndpointKind.CLOUD);
            var contoso = new PauseLedger.Source(new ProviderId("azure-devops"), "contoso", EndpointKind.CLOUD);
            Patience before = node.towards(fabrikam);
            assertThat(before.allowance("fabrikam").pausedUntil()).isNull();

            // Another node is told to wait, after this one has begun to ask.
            ledger.put(fabrikam, START.plusSeconds(60));
            assertThat(node.towards(fabrikam)).isSameAs(before);
            assertThat(before.allowance("fabrikam").pausedUntil()).isEqualTo(START.plusSeconds(60));
            assertThat(node.towards(contoso).allowance("contoso").pausedUntil()).isNull();

            node.towards(contoso).heed(RateSignals.read(headers("Retry-After", "30"), now));
            assertThat(ledger)
                    .containsEntry(contoso, START.plusSeconds(31))
                    .containsEntry(fabrikam, START.plusSeconds(60));
        }
    }

    @Nested
    class Outages {

        @Test
        void stopsAskingAfterFiveFailuresInARow() {
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 5, serverError()));
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(
                            () -> patience.ask(Effort.BACKGROUND, new RetryBudget(), _ -> {}, asked::incrementAndGet))
                    .isInstanceOfSatisfying(
                            ExchangeFailure.class,
                            failure -> assertThat(failure.failure().code()).isEqualTo("UNREACHABLE.CIRCUIT_OPEN"));
            assertThat(asked).hasValue(0);
        }

        @Test
        void letsOneRequestTryAgainLater() {
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 5, serverError()));
            now = now.plus(Breaker.OPEN);
            assertThat(askFailing(Effort.BACKGROUND, 0, serverError())).isEqualTo(1);
            assertThat(askFailing(Effort.BACKGROUND, 1, serverError())).isEqualTo(2);
        }

        private static boolean answered(CountDownLatch answer) {
            try {
                return answer.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void hasOthersWaitForWhatComesOfThatOne() throws Exception {
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 5, serverError()));
            now = now.plus(Breaker.OPEN);
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch answer = new CountDownLatch(1);
            FutureTask<String> first = new FutureTask<>(() -> ask(() -> {
                asked.countDown();
                return answered(answer) ? "first" : "in vain";
            }));
            FutureTask<String> second = new FutureTask<>(() -> ask(() -> "second"));
            Thread.ofPlatform().start(first);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            Thread waiting = Thread.ofPlatform().start(second);
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            answer.countDown();

            assertThat(first.get()).isEqualTo("first");
            assertThat(second.get()).isEqualTo("second");
        }

        @Test
        void closesAgainAtOnceWhenThatOneFails() {
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 5, serverError()));
            now = now.plus(Breaker.OPEN);
            assertThatThrownBy(() -> askFailing(new Effort(1, Duration.ZERO), 1, serverError()));
            assertThatThrownBy(() -> askFailing(Effort.BACKGROUND, 0, serverError()))
                    .isInstanceOf(ExchangeFailure.class);
        }

        @Test
        void takesARefusalForASignOfLife() {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> askFailing(
                        Effort.BACKGROUND,
                        1,
                        new ExchangeFailure(new TokenRejected(Rejection.NOT_ACCEPTED), Remedy.NONE)));
            }
            assertThat(askFailing(Effort.BACKGROUND, 0, serverError())).isEqualTo(1);
        }
    }

    @Nested
    class Width {

        private int mostInFlight() throws InterruptedException {
            AtomicInteger inFlight = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch done = new CountDownLatch(12);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 12; i++) {
                    threads.execute(() -> {
                        patience.ask(Effort.BACKGROUND, new RetryBudget(), _ -> {}, () -> {
                            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                            inFlight.decrementAndGet();
                            return "answer";
                        });
                        done.countDown();
                    });
                }
                assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            }
            return most.get();
        }

        @Test
        void keepsFourInFlight() throws InterruptedException {
            assertThat(mostInFlight()).isBetween(2, 4);
        }

        @Test
        void keepsOneInFlightWhileThrottled() throws InterruptedException {
            patience.heed(RateSignals.read(headers("Retry-After", "0"), now));
            assertThat(mostInFlight()).isEqualTo(1);
        }

        @Test
        void halvesTheWidthWhenTheAllowanceRunsLow() throws InterruptedException {
            patience.heed(RateSignals.read(headers("X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "30"), now));
            assertThat(mostInFlight()).isLessThanOrEqualTo(2);
        }

        @Test
        void isWideAgainAfterAWhile() {
            patience.heed(RateSignals.read(headers("X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "0"), now));
            assertThat(patience.isAtRest()).isFalse();
            now = now.plus(Duration.ofMinutes(2));
            assertThat(patience.isAtRest()).isTrue();
        }

        @Test
        void readsOddSignalsWithoutAnException() {
            for (String odd : List.of("", "NaN", "-1", "1e999", "abc", "99999999999999999999999", "0")) {
                patience.heed(RateSignals.read(
                        headers("X-RateLimit-Limit", odd, "X-RateLimit-Remaining", odd, "X-RateLimit-Reset", odd),
                        now));
            }
            assertThat(RateSignals.read(headers("X-RateLimit-Reset", "9e18"), now)
                            .retryAfter())
                    .isNull();
        }
    }

    @Nested
    class RetryAfterHeader {

        @Test
        void readsSecondsAndDates() {
            assertThat(RetryAfter.read("7", START)).isEqualTo(Duration.ofSeconds(7));
            assertThat(RetryAfter.read("0.250", START)).isEqualTo(Duration.ofSeconds(1));
            assertThat(RetryAfter.read("Mon, 02 Mar 2026 08:00:07 GMT", START)).isEqualTo(Duration.ofSeconds(7));
            assertThat(RetryAfter.read("Mon, 02 Mar 2026 07:00:00 GMT", START)).isEqualTo(Duration.ZERO);
        }

        @Test
        void capsWhatIsAbsurd() {
            assertThat(RetryAfter.read("999999999", START)).isEqualTo(RetryAfter.LONGEST);
            assertThat(RetryAfter.read("9".repeat(400), START)).isEqualTo(RetryAfter.LONGEST);
            assertThat(RetryAfter.read("Fri, 31 Dec 9999 23:59:59 GMT", START)).isEqualTo(RetryAfter.LONGEST);
        }

        @Test
        void ignoresGarbage() {
            for (String garbage : List.of("soon", "-5", "", "7 seconds", "0x7", "Mon, 99 Mar 2026 08:00:07 GMT")) {
                assertThat(RetryAfter.read(garbage, START)).as(garbage).isNull();
            }
            assertThat(RetryAfter.read(null, START)).isNull();
        }
    }
}
