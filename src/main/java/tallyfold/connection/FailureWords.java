package tallyfold.connection;

import java.util.Locale;
import tallyfold.provider.ProviderFailure;
import tallyfold.uikit.Texts;

/** The words for everything a source system can do to us. */
public final class FailureWords {

    private static final String ARTICLE = "connection-errors";

    private FailureWords() {}

    public static FailureText of(ProviderFailure failure) {
        return of(failure.code(), failure.detail());
    }

    /**
     * The words for a stored failure.
     *
     * @param code as {@link ProviderFailure#code()}, or one of the codes of {@link HealthDetail}
     * @param detail as {@link ProviderFailure#detail()}
     */
    public static FailureText of(String code, String detail) {
        String id = id(code);
        return new FailureText(
                id, words(id, "what", detail), words(id, "next", detail), ARTICLE + "#" + id.toLowerCase(Locale.ROOT));
    }

    // The numbers are quoted in tickets and mails: add at the end, never reuse one.
    private static String id(String code) {
        return "TF-CONN-"
                + switch (code) {
                    case "NOT_FOUND.ORGANIZATION" -> "01";
                    case "TOKEN_REJECTED.NOT_ACCEPTED" -> "02";
                    case "TOKEN_REJECTED.EXPIRED" -> "03";
                    case "TOKEN_REJECTED.NOT_A_MEMBER" -> "04";
                    case "TOKEN_REJECTED.ANONYMOUS" -> "05";
                    case "POLICY_BLOCKED.GLOBAL_TOKEN" -> "06";
                    case "POLICY_BLOCKED.CONDITIONAL_ACCESS" -> "07";
                    case "POLICY_BLOCKED.OTHER" -> "08";
                    case "SCOPE_MISSING" -> "09";
                    case "UNREACHABLE.ORGANIZATION_STOPPED" -> "10";
                    case "THROTTLED" -> "11";
                    case "UNREACHABLE.NETWORK" -> "12";
                    case "UNREACHABLE.UNKNOWN_HOST" -> "13";
                    case "UNREACHABLE.TLS" -> "14";
                    case "UNREACHABLE.PROXY" -> "15";
                    case "UNREACHABLE.PROXY_SIGN_IN" -> "16";
                    case "UNREACHABLE.TIMEOUT" -> "17";
                    case "UNREACHABLE.SERVER_ERROR" -> "18";
                    case "UNREACHABLE.CIRCUIT_OPEN" -> "19";
                    case "UNEXPECTED_ANSWER.NOT_JSON" -> "20";
                    case "UNEXPECTED_ANSWER.REDIRECT" -> "21";
                    case "UNEXPECTED_ANSWER.MALFORMED" -> "22";
                    case "UNEXPECTED_ANSWER.TRUNCATED" -> "23";
                    case "UNEXPECTED_ANSWER.TOO_LARGE" -> "24";
                    case "UNEXPECTED_ANSWER.STATUS" -> "25";
                    case "UNEXPECTED_ANSWER.OTHER_ORGANIZATION" -> "26";
                    case "UNEXPECTED_ANSWER.ON_PREMISES_SERVER" -> "27";
                    case "UNEXPECTED_ANSWER.REPEATED_PAGE" -> "28";
                    case "UNEXPECTED_ANSWER.TOO_MANY_RESULTS" -> "29";
                    case "NOT_FOUND.PROJECT" -> "30";
                    case "NOT_FOUND.WORK_ITEM" -> "31";
                    case "NOT_FOUND.OTHER" -> "32";
                    case HealthDetail.TOKEN_NEEDED -> "33";
                    case HealthDetail.DATE_PASSED -> "34";
                    case "NOT_FOUND.ELEMENT" -> "35";
                    case "UNEXPECTED_ANSWER.QUERY_REFUSED" -> "36";
                    default -> "99";
                };
    }

    private static String words(String id, String part, String detail) {
        String key = "connection." + id + "." + part;
        String plain = key + ".plain";
        return detail.isBlank() && Texts.has(plain) ? Texts.of(plain) : Texts.of(key, detail);
    }
}
