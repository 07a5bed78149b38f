package tallyfold.azuredevops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ConnectionData;
import tallyfold.azuredevops.api.ConnectionData.User;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePerson;

/** Judges a good answer to "who am I": not every good answer is about us. */
final class WhoAnswers {

    private static final String ANONYMOUS_ID = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

    private WhoAnswers() {}

    /** Why the answer must not count; null when it may. */
    static @Nullable ProviderFailure objection(ConnectionData data, @Nullable String knownOrganizationId) {
        if (data.deploymentType() != null && data.deploymentType().equalsIgnoreCase("onPremises")) {
            return new UnexpectedAnswer(Oddity.ON_PREMISES_SERVER, 200);
        }
        User user = data.authenticatedUser();
        if (user == null || user.id() == null || data.instanceId() == null) {
            return new UnexpectedAnswer(Oddity.MALFORMED, 200);
        }
        if (isAnonymous(user)) {
            return new TokenRejected(Rejection.ANONYMOUS);
        }
        if (knownOrganizationId != null && !knownOrganizationId.equalsIgnoreCase(data.instanceId())) {
            return new UnexpectedAnswer(Oddity.OTHER_ORGANIZATION, 200);
        }
        return null;
    }

    /** An organization with public projects answers any rubbish token like this. */
    private static boolean isAnonymous(User user) {
        String descriptor = user.descriptor() == null ? "" : user.descriptor().toLowerCase(Locale.ROOT);
        String subject = user.subjectDescriptor() == null ? "" : user.subjectDescriptor();
        return ANONYMOUS_ID.equalsIgnoreCase(user.id())
                || descriptor.startsWith("system:publicaccess")
                || subject.startsWith("s2s.public")
                || "Anonymous".equalsIgnoreCase(user.providerDisplayName());
    }

    static String userId(ConnectionData data) {
        User user = data.authenticatedUser();
        return user == null || user.id() == null ? "" : user.id();
    }

    static @Nullable RemotePerson owner(ConnectionData data) {
        User user = data.authenticatedUser();
        if (user == null) {
            return null;
        }
        String account = People.property(user.properties(), "Account");
        String key = first(user.subjectDescriptor(), user.id(), user.descriptor());
        String name = first(user.customDisplayName(), user.providerDisplayName(), account);
        return key == null
                ? null
                : new RemotePerson(key, name == null ? key : name, account, !Boolean.FALSE.equals(user.isActive()));
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
