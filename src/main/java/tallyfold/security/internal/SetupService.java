package tallyfold.security.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The first run as the set-up page needs it; for anybody, because nobody can be signed in yet. */
@Service
@PreAuthorize("permitAll()")
public class SetupService {

    private final FirstAdministrator administrator;
    private final GuessThrottle throttle;

    SetupService(FirstAdministrator administrator, GuessThrottle throttle) {
        this.administrator = administrator;
        this.throttle = throttle;
    }

    /** Whether there is no user yet. */
    public boolean needed() {
        return administrator.needed();
    }

    /**
     * Creates the first administrator if the code is right.
     *
     * @param address where the request comes from
     */
    public SetupOutcome create(SetupDraft draft, String address) {
        Optional<Instant> blocked = throttle.guess(null, address);
        if (blocked.isPresent()) {
            return new SetupOutcome.Blocked(blocked.get());
        }
        SetupOutcome outcome = administrator.create(draft, address);
        if (!(outcome instanceof SetupOutcome.WrongCode)) {
            throttle.right(null, address);
        }
        return outcome;
    }
}
