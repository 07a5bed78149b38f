package tallyfold.vault.internal;

import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;

/** Opens the vault once and writes down what that cost. */
@Component
public class VaultOpening {

    private static final Logger log = LoggerFactory.getLogger(VaultOpening.class);

    private final Keyring keyring;
    private final AuditLog audit;

    VaultOpening(Keyring keyring, AuditLog audit) {
        this.keyring = keyring;
        this.audit = audit;
    }

    /** Checks the key; returns how many tokens were forgotten because the operator asked for it. */
    public OptionalInt open() {
        KeyOutcome outcome = keyring.outcome();
        log.info("Master key {} from {}", outcome.key().id(), outcome.key().origin());
        outcome.forgotten().ifPresent(count -> {
            log.warn("Forgot {} sealed tokens that no key here opens; enter new ones on the connections", count);
            audit.record(new AuditEvent(
                    "system",
                    null,
                    "vault.tokens-forgotten",
                    "master key " + outcome.key().id(),
                    AuditEvent.Outcome.SUCCESS,
                    count + " sealed tokens dropped"));
        });
        return outcome.forgotten();
    }
}
