package tallyfold.notification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import tallyfold.notification.NotificationKind;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The words for an occasion, and the page where it is mended. */
final class Wording {

    private Wording() {}

    /** What happened, in a few words, for a heading. */
    static String title(NotificationKind kind, Map<String, String> facts) {
        return Texts.of("notification.title." + kind, fact(facts, Facts.CONNECTION));
    }

    /**
     * What happened and what to do.
     *
     * @param withNames whether names of projects may be in it
     * @param time writes a time for the one who reads
     */
    static String text(
            NotificationKind kind, Map<String, String> facts, boolean withNames, Function<Instant, String> time) {
        String connection = fact(facts, Facts.CONNECTION);
        String said = switch (kind) {
            case TOKEN_EXPIRES -> Texts.of(key(kind), connection, Times.day(LocalDate.parse(fact(facts, Facts.DAY))));
            case TOKEN_REFUSED -> Texts.of(key(kind) + "." + fact(facts, Facts.HEALTH), connection);
            case SYNC_FAILING ->
                Texts.of(
                        key(kind),
                        connection,
                        Integer.valueOf(fact(facts, Facts.COUNT)),
                        time.apply(Instant.parse(fact(facts, Facts.SINCE))));
            case SYNC_RECOVERED -> Texts.of(key(kind), connection);
            case NEW_PROJECTS -> Texts.of(key(kind), connection, Integer.valueOf(fact(facts, Facts.COUNT)));
            case BACKUP_FAILED -> Texts.of(key(kind), fact(facts, Facts.REASON));
        };
        String names = fact(facts, Facts.NAMES);
        return withNames && !names.isBlank() ? said + " " + Texts.of("notification.names", names) : said;
    }

    /** The page where it is mended, without a slash in front. */
    static String path(NotificationKind kind) {
        return switch (kind) {
            case TOKEN_EXPIRES, TOKEN_REFUSED -> "connections";
            case SYNC_FAILING, SYNC_RECOVERED -> "projects/sync-status";
            case NEW_PROJECTS -> "projects";
            case BACKUP_FAILED -> "backup";
        };
    }

    private static String key(NotificationKind kind) {
        return "notification.text." + kind;
    }

    private static String fact(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "");
    }
}
