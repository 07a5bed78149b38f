package tallyfold.administration;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.administration.internal.InstallationRepository;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.security.Role;

/** What this installation is called. Everybody signed in reads it, administrators choose it. */
@Service
@PreAuthorize("hasRole('" + Role.VIEWER_ROLE + "')")
public class InstallationService {

    /** Longest name, in characters as people count them. */
    public static final int LONGEST_NAME = 40;

    private final InstallationRepository repository;
    private final AuditLog audit;

    InstallationService(InstallationRepository repository, AuditLog audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /** Shown beside the product's name; empty for none. */
    public String name() {
        return repository.name();
    }

    /**
     * Chooses the name, from the next page on.
     *
     * @param name blank for none
     * @return false, with nothing stored, when it is too long or has characters that cannot be seen
     */
    @PreAuthorize("hasRole('" + Role.ADMINISTRATOR_ROLE + "')")
    public boolean rename(String name) {
        String wanted = name.strip();
        boolean usable = wanted.codePointCount(0, wanted.length()) <= LONGEST_NAME
                && wanted.codePoints().noneMatch(InstallationService::isInvisible);
        if (usable && !wanted.equals(repository.name())) {
            repository.save(wanted);
            audit.record(
                    "installation.renamed",
                    "header",
                    AuditEvent.Outcome.SUCCESS,
                    wanted.isEmpty() ? "no name" : wanted);
        }
        return usable;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
