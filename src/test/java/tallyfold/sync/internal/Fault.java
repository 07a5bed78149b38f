package tallyfold.sync.internal;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import simulator.azuredevops.FaultRule;
import tallyfold.support.MutableClock;

/**
 * What a source system or the way to it can do to a run, with the failures by which the run may end. None means that the run
 * succeeds all the same.
 */
@SuppressWarnings("ImmutableEnumChecker") // the effects are functions without state, the sets never change
enum Fault {
    THROTTLED_IN_SECONDS((rule, _) -> rule.times(2).throttled("7")),
    THROTTLED_UNTIL_A_DATE((rule, clock) -> rule.times(2).throttled(date(clock))),
    THROTTLED_WITHOUT_A_TIME((rule, _) -> rule.times(2).answer(429)),
    THROTTLED_WITH_NONSENSE((rule, _) -> rule.times(2).throttled("soon")),
    THROTTLED_BESIDE_A_GOOD_ANSWER((rule, _) -> rule.times(2).retryAfterOn200(9)),
    THROTTLED_ABSURDLY((rule, _) -> rule.times(1).throttled("999999999"), "THROTTLED"),
    THROTTLED_FOR_EVER((rule, _) -> rule.throttled("30"), "THROTTLED"),
    RESET((rule, _) -> rule.times(2).reset()),
    RESET_IN_THE_BODY((rule, _) -> rule.times(2).resetAfter(300)),
    RESET_FOR_EVER((rule, _) -> rule.reset(), "UNREACHABLE.NETWORK", "UNREACHABLE.CIRCUIT_OPEN"),
    CUT_BODY((rule, _) -> rule.times(2).cutBodyAfter(300)),
    CUT_BODY_OF_UNKNOWN_LENGTH((rule, _) -> rule.times(2).cutBodySilentlyAfter(300)),
    DRIBBLE((rule, _) -> rule.times(1).dribble(Duration.ofMillis(100))),
    SILENCE((rule, _) -> rule.times(1).silence()),
    SILENCE_FOR_EVER((rule, _) -> rule.silence(), "UNREACHABLE.TIMEOUT", "UNREACHABLE.CIRCUIT_OPEN"),
    SERVER_ERROR((rule, _) -> rule.times(3).answer(503)),
    OUTAGE((rule, _) -> rule.answer(500), "UNREACHABLE.SERVER_ERROR", "UNREACHABLE.CIRCUIT_OPEN"),
    ARRAY_FOR_OBJECT((rule, _) -> rule.times(1).malformed("[]")),
    OBJECT_FOR_ARRAY((rule, _) -> rule.times(1).malformed("{\"value\":{}}")),
    /** The question who is asking is still answered, so that the token itself is good. */
    SIGN_IN_PAGE((rule, _) -> rule.html203(), "SCOPE_MISSING"),
    BYTE_ORDER_MARK((rule, _) -> rule.bom()),
    BYTES_THAT_ARE_NO_TEXT((rule, _) -> rule.invalidUtf8()),
    UNKNOWN_FIELDS((rule, _) -> rule.unknownFields()),
    UNKNOWN_SUCCESS((rule, _) -> rule.status(299)),
    COOKIES((rule, _) -> rule.header("Set-Cookie", "session=1; Path=/")),
    DATES_OF_THE_FUTURE((rule, _) -> rule.replace("\"System.ChangedDate\":\"20", "\"System.ChangedDate\":\"21")),
    DATES_OF_YEAR_9999((rule, _) ->
            rule.replace("\"System.ChangedDate\":\"[^\"]*\"", "\"System.ChangedDate\":\"9999-01-01T00:00:00Z\"")),
    REFUSED_TOKEN((rule, _) -> rule.answer(401), "SCOPE_MISSING"),
    MISSING_SCOPE((rule, _) -> rule.answer(403), "SCOPE_MISSING"),
    POLICY(
            (rule, _) -> rule.answer(403, Map.of(), "{\"message\":\"VS403463: refused\"}"),
            "POLICY_BLOCKED.CONDITIONAL_ACCESS"),
    STOPPED_ORGANIZATION(
            (rule, _) -> rule.answer(503, Map.of(), "{\"message\":\"TF24668: stopped\"}"),
            "UNREACHABLE.ORGANIZATION_STOPPED"),
    PROXY_SIGN_IN((rule, _) -> rule.answer(407), "UNREACHABLE.PROXY_SIGN_IN");

    private final BiConsumer<FaultRule, MutableClock> effect;
    private final Set<String> failures;

    Fault(BiConsumer<FaultRule, MutableClock> effect, String... failures) {
        this.effect = effect;
        this.failures = Set.of(failures);
    }

    void inject(FaultRule rule, MutableClock clock) {
        effect.accept(rule, clock);
    }

    /** The codes by which a run may fail; empty when it must not. */
    Set<String> failures() {
        return failures;
    }

    private static String date(MutableClock clock) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(7).atOffset(ZoneOffset.UTC));
    }
}
