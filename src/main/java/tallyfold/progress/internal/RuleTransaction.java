package tallyfold.progress.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.progress.ProcessKey;
import tallyfold.progress.RuleDraft;
import tallyfold.progress.RuleScope;
import tallyfold.progress.SaveRulesResult;
import tallyfold.security.CurrentUser;

/** Changes rules, and writes down who did. */
@Component
public class RuleTransaction {

    private final RuleReader reader;
    private final ProgressRuleRepository rules;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    RuleTransaction(
            RuleReader reader,
            ProgressRuleRepository rules,
            TransactionTemplate transaction,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.reader = reader;
        this.rules = rules;
        this.transaction = transaction;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public SaveRulesResult save(RuleScope scope, RuleDraft draft, int version) {
        Optional<RuleReader.Filled> filled = reader.fill(scope);
        if (filled.isEmpty()) {
            return new SaveRulesResult.Gone();
        }
        RuleForm form = filled.get().form();
        SaveRulesResult.@Nullable Refused objection = form.objection(draft);
        if (objection != null) {
            return objection;
        }
        return changed(scope, write(scope, form.saved(draft), version));
    }

    private boolean write(RuleScope scope, SavedRule rule, int version) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                boolean written = rules.save(
                        scope,
                        rule,
                        version,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        currentUser.require().name());
                if (written) {
                    TreeSet<String> counted = new TreeSet<>(rule.types().keySet());
                    counted.removeIf(type -> !Boolean.TRUE.equals(rule.types().get(type)));
                    audit.record(
                            "progress.rules-saved",
                            words(scope),
                            AuditEvent.Outcome.SUCCESS,
                            "counted: " + String.join(", ", counted));
                }
                return written;
            }));
        } catch (DuplicateKeyException e) {
            // Somebody else saved the first rule for this at the same time.
            return false;
        }
    }

    /** Goes back to what would hold without the rule. */
    public SaveRulesResult reset(RuleScope scope, int version) {
        boolean deleted = Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean was = rules.delete(scope, version);
            if (was) {
                audit.record("progress.rules-reset", words(scope), AuditEvent.Outcome.SUCCESS, null);
            }
            return was;
        }));
        return changed(scope, deleted);
    }

    private SaveRulesResult changed(RuleScope scope, boolean changed) {
        return reader.read(scope)
                .<SaveRulesResult>map(
                        now -> changed ? new SaveRulesResult.Saved(now) : new SaveRulesResult.Outdated(now))
                .orElseGet(SaveRulesResult.Gone::new);
    }

    private static String words(RuleScope scope) {
        return switch (scope) {
            case RuleScope.OfLink(var link) -> "link " + link.value();
            case RuleScope.OfProcess(ProcessKey key) -> key.process() + " of " + key.organization();
        };
    }
}
