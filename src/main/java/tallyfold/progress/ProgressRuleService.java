package tallyfold.progress;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.progress.internal.RuleReader;
import tallyfold.progress.internal.RuleTransaction;

/**
 * Which types count and how far each state is: for a process of an organization, and for single links that differ. A changed rule
 * changes all figures at once.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProgressRuleService {

    private final RuleReader reader;
    private final RuleTransaction transaction;

    ProgressRuleService(RuleReader reader, RuleTransaction transaction) {
        this.reader = reader;
        this.transaction = transaction;
    }

    /** Every process that linked projects work by, by organization and name. */
    public List<ProcessRow> processes() {
        return reader.processes();
    }

    /** The rules in force; empty when the process or link is not there any more. */
    public Optional<ProgressRules> rules(RuleScope scope) {
        return reader.read(scope);
    }

    /**
     * Puts rules in force.
     *
     * @param version of the rules as they were when the person looked
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public SaveRulesResult save(RuleScope scope, RuleDraft draft, int version) {
        return transaction.save(scope, draft, version);
    }

    /** Has the process or the defaults decide again; otherwise as {@link #save}. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public SaveRulesResult reset(RuleScope scope, int version) {
        return transaction.reset(scope, version);
    }
}
