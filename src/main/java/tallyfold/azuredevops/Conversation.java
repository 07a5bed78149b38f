package tallyfold.azuredevops;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ConnectionData;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.Effort;
import tallyfold.azuredevops.http.ExchangeFailure;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.TokenRejected.Rejection;

/**
 * Asks questions and gives refusals their meaning. A missing permission and a token that has run out look alike; one
 * question more, which needs no permission, tells them apart.
 */
final class Conversation {

    private final ApiConnection connection;
    private final CoreApi core;
    private final @Nullable String organizationId;

    Conversation(ApiConnection connection, CoreApi core, @Nullable String organizationId) {
        this.connection = connection;
        this.core = core;
        this.organizationId = organizationId;
    }

    <T> T ask(ApiArea area, Effort effort, Supplier<@Nullable T> question) {
        try {
            return connection.ask(effort, question);
        } catch (ExchangeFailure failure) {
            throw new ProviderException(meaning(area, effort, failure.failure()));
        }
    }

    <T> T ask(ApiArea area, Supplier<@Nullable T> question) {
        return ask(area, Effort.BACKGROUND, question);
    }

    private ProviderFailure meaning(ApiArea area, Effort effort, ProviderFailure failure) {
        if (!(failure instanceof TokenRejected rejected) || rejected.reason() != Rejection.NOT_ACCEPTED) {
            return failure;
        }
        try {
            ConnectionData data = connection.ask(effort, core::connectionData);
            ProviderFailure objection = WhoAnswers.objection(data, organizationId);
            return objection == null ? new ScopeMissing(area.permission()) : objection;
        } catch (ExchangeFailure tokenItself) {
            return tokenItself.failure();
        }
    }
}
