package tallyfold.administration.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.audit.AuditVerdict;
import tallyfold.uikit.Texts;

/** Events in words. */
final class AuditWords {

    /** The kinds of actions, in the order they are offered. */
    static final List<String> GROUPS = List.of(
            "user",
            "connection",
            "project",
            "link",
            "portfolio",
            "sync",
            "progress",
            "field-mapping",
            "vault",
            "backup",
            "mail",
            "webhook",
            "network",
            "installation",
            "access",
            "audit");

    private static final String ACTION = "audit.action.";

    private AuditWords() {}

    /** The actions whose words have the text in them; none for an empty text. */
    static Set<String> actionsWith(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return Texts.keys(ACTION).stream()
                .filter(key -> Texts.of(key).toLowerCase(Locale.ROOT).contains(wanted))
                .map(key -> key.substring(ACTION.length()))
                .collect(Collectors.toSet());
    }

    /** Of an action that an older or newer version wrote, its code. */
    static String action(String action) {
        String key = ACTION + action;
        return Texts.has(key) ? Texts.of(key) : action;
    }

    static String group(String group) {
        return Texts.of("audit.group." + group);
    }

    static String outcome(AuditEvent.Outcome outcome) {
        return Texts.of(
                switch (outcome) {
                    case SUCCESS -> "audit.success";
                    case REFUSED -> "audit.refused";
                });
    }

    static String actor(String actor) {
        return actor.equals(AuditLog.SYSTEM) ? Texts.of("audit.system") : actor;
    }

    static String verdict(AuditVerdict verdict) {
        return switch (verdict) {
            case AuditVerdict.Intact intact -> Texts.of("audit.intact", intact.events());
            case AuditVerdict.Broken broken ->
                Texts.of(
                        broken.fault() == AuditVerdict.Fault.MISSING ? "audit.broken-missing" : "audit.broken-changed",
                        broken.seq());
        };
    }
}
