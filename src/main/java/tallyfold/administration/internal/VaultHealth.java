package tallyfold.administration.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tallyfold.vault.SecretsCheck;
import tallyfold.vault.SecretsReport;

/** Whether every sealed secret opens. Each look opens all of them, so there is one a minute at most, whoever asks. */
@Component
public class VaultHealth {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ObjectProvider<SecretsCheck> secrets;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private @Nullable Look last;

    private record Look(Instant at, boolean sound) {}

    VaultHealth(ObjectProvider<SecretsCheck> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** As it was found a minute ago or later. */
    public boolean sound() {
        looking.lock();
        try {
            Instant now = clock.instant();
            Look known = last;
            if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) >= 0) {
                known = new Look(now, secrets.stream().map(SecretsCheck::run).allMatch(SecretsReport::sound));
                last = known;
            }
            return known.sound();
        } finally {
            looking.unlock();
        }
    }
}
