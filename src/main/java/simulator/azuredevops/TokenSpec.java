package simulator.azuredevops;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a personal access token is to be.
 *
 * @param scopes scope names such as {@code vso.work}; {@code app_token} is full access
 * @param expiresAt when it stops working; null: never
 * @param global valid in every organization its owner is a member of
 */
public record TokenSpec(
        SimUser owner,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        ExpiredAnswer expiredAnswer,
        boolean revoked,
        boolean global) {

    /** The four read scopes a reader of portfolios needs. */
    public static final Set<String> READ_SCOPES = Set.of("vso.graph", "vso.identity", "vso.project", "vso.work");

    public static TokenSpec reading(SimUser owner) {
        return new TokenSpec(owner, READ_SCOPES, null, ExpiredAnswer.EMPTY, false, false);
    }

    public TokenSpec withScopes(String... others) {
        return new TokenSpec(owner, Set.of(others), expiresAt, expiredAnswer, revoked, global);
    }

    /** The same without one scope. */
    public TokenSpec without(String scope) {
        return withScopes(scopes.stream().filter(known -> !known.equals(scope)).toArray(String[]::new));
    }

    public TokenSpec expiring(Instant moment, ExpiredAnswer answer) {
        return new TokenSpec(owner, scopes, moment, answer, revoked, global);
    }

    public TokenSpec asRevoked() {
        return new TokenSpec(owner, scopes, expiresAt, expiredAnswer, true, global);
    }

    public TokenSpec asGlobal() {
        return new TokenSpec(owner, scopes, expiresAt, expiredAnswer, revoked, true);
    }
}
