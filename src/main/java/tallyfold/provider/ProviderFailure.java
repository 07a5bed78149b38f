package tallyfold.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source system can do to us, as one family, so that one {@code switch} turns it into words and another one
 * into the engine's decision. Carries codes and known parts only: never text of an answer, never a header.
 */
public sealed interface ProviderFailure {

    /** A stable name for storing and for finding the words, for example {@code TOKEN_REJECTED.EXPIRED}. */
    default String code() {
        return switch (this) {
            case TokenRejected rejected -> "TOKEN_REJECTED." + rejected.reason();
            case ScopeMissing _ -> "SCOPE_MISSING";
            case PolicyBlocked blocked -> "POLICY_BLOCKED." + blocked.reason();
            case NotFound notFound -> "NOT_FOUND." + notFound.what();
            case Throttled _ -> "THROTTLED";
            case Unreachable unreachable -> "UNREACHABLE." + unreachable.reason();
            case UnexpectedAnswer unexpected -> "UNEXPECTED_ANSWER." + unexpected.reason();
        };
    }

    /** What the words need besides the code: a permission, a host, seconds, a status; empty when nothing. */
    default String detail() {
        return switch (this) {
            case ScopeMissing missing -> missing.permission();
            case Throttled throttled ->
                throttled.retryAfter() == null
                        ? ""
                        : Long.toString(throttled.retryAfter().toSeconds());
            case Unreachable unreachable -> unreachable.detail();
            case UnexpectedAnswer unexpected -> Integer.toString(unexpected.status());
            case TokenRejected _, PolicyBlocked _, NotFound _ -> "";
        };
    }

    /**
     * Whether it says something of the one thing asked for, a part of a project or a query, and nothing of the connection
     * or the project.
     */
    default boolean concernsOneElement() {
        return switch (this) {
            case NotFound(NotFound.What what) ->
                switch (what) {
                    case ELEMENT, WORK_ITEM, OTHER -> true;
                    case ORGANIZATION, PROJECT -> false;
                };
            case UnexpectedAnswer(UnexpectedAnswer.Oddity reason, int _) ->
                reason == UnexpectedAnswer.Oddity.QUERY_REFUSED || reason == UnexpectedAnswer.Oddity.TOO_MANY_RESULTS;
            case TokenRejected _, ScopeMissing _, PolicyBlocked _, Throttled _, Unreachable _ -> false;
        };
    }

    /** The token does not open the organization. */
    record TokenRejected(Rejection reason) implements ProviderFailure {
        public enum Rejection {
            /** Refused without saying why: wrong, revoked, or expired. */
            NOT_ACCEPTED,
            /** The source system said that it is expired. */
            EXPIRED,
            /** The token is good, its owner is not a member of this organization. */
            NOT_A_MEMBER,
            /** Answered as to an anonymous visitor, as organizations with public projects do. */
            ANONYMOUS
        }
    }

    /** The token lacks a permission, named as in the source system, for example "Graph: read". */
    record ScopeMissing(String permission) implements ProviderFailure {}

    /** A rule of the organization forbids the token. */
    record PolicyBlocked(Policy reason) implements ProviderFailure {
        public enum Policy {
            GLOBAL_TOKEN,
            CONDITIONAL_ACCESS,
            OTHER
        }
    }

    /** The thing is not there, or not visible, which the source system does not tell apart. */
    record NotFound(What what) implements ProviderFailure {
        public enum What {
            ORGANIZATION,
            PROJECT,
            WORK_ITEM,
            /** A part of a project that a link covers: a team, an area, an iteration, a work item or a query. */
            ELEMENT,
            OTHER
        }
    }

    /** Asked to wait; {@code retryAfter} is null when it did not say how long. */
    record Throttled(@Nullable Duration retryAfter) implements ProviderFailure {}

    /** No answer worth the name; {@code detail} is a host or an issuer for the message, never secret, null if unknown. */
    record Unreachable(Obstacle reason, @Nullable String detail) implements ProviderFailure {
        public enum Obstacle {
            NETWORK,
            UNKNOWN_HOST,
            TIMEOUT,
            TLS,
            PROXY,
            PROXY_SIGN_IN,
            ORGANIZATION_STOPPED,
            SERVER_ERROR,
            /** Too many failures in a row: not asked again for a while. */
            CIRCUIT_OPEN
        }

        /** Hides the method of the same name above, so it must keep its promise too: empty when unknown. */
        @Override
        public String detail() {
            return detail == null ? "" : detail;
        }
    }

    /** An answer, but not one of this API. */
    record UnexpectedAnswer(Oddity reason, int status) implements ProviderFailure {
        public enum Oddity {
            NOT_JSON,
            REDIRECT,
            MALFORMED,
            TRUNCATED,
            TOO_LARGE,
            STATUS,
            /** The answer belongs to another organization than the one this connection was made for. */
            OTHER_ORGANIZATION,
            ON_PREMISES_SERVER,
            REPEATED_PAGE,
            /** The query would give more than the source system lists at once. */
            TOO_MANY_RESULTS,
            /** A stored query that the source system does not understand, or no longer. */
            QUERY_REFUSED
        }
    }
}
