package simulator.azuredevops;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireRequest;

/** Decides who asks, and refuses those who may not (reference section 3.1). */
final class Gatekeeper {

    /**
     * Who asks.
     *
     * @param token null for a stranger whom the organization answers because it has public projects
     */
    record Caller(@Nullable SimToken token, @Nullable SimUser user) {}

    private Gatekeeper() {}

    static Caller admit(WireRequest request, Organization organization, Collection<Organization> all) {
        SimToken token = find(request.headers().get("Authorization"), all);
        if (token == null || (token.organization() != organization && !token.global())) {
            if (organization.policy().publicProjects()) {
                return new Caller(null, null);
            }
            throw new Refused(stranger(request, organization));
        }
        if (token.revoked()) {
            throw new Refused(Refusals.emptyUnauthorized());
        }
        if (token.expired(organization.now())) {
            throw new Refused(
                    token.expiredAnswer() == ExpiredAnswer.SENTENCE
                            ? Refusals.expiredWithSentence()
                            : Refusals.emptyUnauthorized());
        }
        if (token.global() && organization.policy().globalForbidden()) {
            throw new Refused(Refusals.globalTokenForbidden());
        }
        SimUser user = member(token, organization);
        if (user == null) {
            throw new Refused(Refusals.notMember(token.owner().id()));
        }
        if (organization.policy().blocked()) {
            throw new Refused(Refusals.conditionalAccess());
        }
        return new Caller(token, user);
    }

    static simulator.azuredevops.http.WireAnswer stranger(WireRequest request, Organization organization) {
        boolean suppressed = request.headers().mentions("X-TFS-FedAuthRedirect", "Suppress");
        return suppressed
                ? Refusals.unknownCredential(organization.tenantId())
                : Refusals.signIn("https://dev.azure.com/" + organization.name() + "/");
    }

    private static @Nullable SimUser member(SimToken token, Organization organization) {
        SimUser user = token.organization() == organization
                ? token.owner()
                : organization.people().find(token.owner().mail());
        return user != null && user.member() ? user : null;
    }

    private static @Nullable SimToken find(@Nullable String authorization, Collection<Organization> all) {
        String text = password(authorization);
        if (text == null) {
            return null;
        }
        for (Organization organization : all) {
            SimToken token = organization.token(text);
            if (token != null) {
                return token;
            }
        }
        return null;
    }

    /** What stands behind the colon of a Basic credential; a token sent as Bearer is not one. */
    private static @Nullable String password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).trim()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
