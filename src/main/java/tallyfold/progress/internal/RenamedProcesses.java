package tallyfold.progress.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProcessKey;
import tallyfold.project.ProcessRenamed;

/** Has rules follow their processes when these are called something else. */
@Component
class RenamedProcesses {

    private final ProgressRuleRepository rules;

    RenamedProcesses(ProgressRuleRepository rules) {
        this.rules = rules;
    }

    /** Inside the transaction that gives the links the new name. */
    @EventListener
    void follow(ProcessRenamed renamed) {
        rules.rename(
                new ProcessKey(renamed.organization(), renamed.before()),
                new ProcessKey(renamed.organization(), renamed.after()));
    }
}
