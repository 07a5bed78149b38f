package tallyfold.administration.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditFilter;

/**
 * What the page's address says is wanted.
 *
 * @param person null for everybody
 * @param group null for all
 * @param outcome null for both
 * @param from the first day; null for the beginning
 * @param until the last day; null for today
 */
record AuditAddress(
        String text,
        @Nullable String person,
        @Nullable String group,
        AuditEvent.@Nullable Outcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final String TEXT = "text";
    private static final String PERSON = "person";
    private static final String GROUP = "action";
    private static final String OUTCOME = "outcome";
    private static final String FROM = "from";
    private static final String UNTIL = "to";

    /** What nobody understands is as good as nothing. */
    static AuditAddress of(QueryParameters query) {
        return new AuditAddress(
                query.getSingleParameter(TEXT).orElse("").replace("\0", ""),
                query.getSingleParameter(PERSON)
                        .map(name -> name.replace("\0", ""))
                        .filter(name -> !name.isBlank())
                        .orElse(null),
                query.getSingleParameter(GROUP)
                        .filter(AuditWords.GROUPS::contains)
                        .orElse(null),
                query.getSingleParameter(OUTCOME)
                        .flatMap(word -> Stream.of(AuditEvent.Outcome.values())
                                .filter(each -> word(each).equals(word))
                                .findFirst())
                        .orElse(null),
                day(query.getSingleParameter(FROM)),
                day(query.getSingleParameter(UNTIL)));
    }

    QueryParameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, TEXT, text.isBlank() ? null : text);
        put(all, PERSON, person);
        put(all, GROUP, group);
        put(all, OUTCOME, outcome == null ? null : word(outcome));
        put(all, FROM, from);
        put(all, UNTIL, until);
        return new QueryParameters(all);
    }

    /** With the days as the reader's zone has them. */
    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                text,
                AuditWords.actionsWith(text),
                person,
                group,
                outcome,
                start(from, zone),
                start(until == null ? null : until.plusDays(1), zone));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Within four digits of a year, which is all that both databases and people write. */
    private static @Nullable LocalDate day(Optional<String> text) {
        try {
            return text.map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1970 && day.getYear() < 9999)
                    .orElse(null);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static String word(AuditEvent.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, List.of(value.toString()));
        }
    }
}
