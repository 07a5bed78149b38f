package tallyfold.azuredevops;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.NotFound.What;
import tallyfold.provider.RemoteProjectId;

/**
 * Asks for parts of a project. Much that is not there is answered alike; one question more tells whether the part is gone
 * or its whole project.
 */
final class Presence {

    private final Conversation conversation;
    private final CoreApi core;

    Presence(Conversation conversation, CoreApi core) {
        this.conversation = conversation;
        this.core = core;
    }

    <T> T ask(RemoteProjectId project, ApiArea area, Effort effort, Supplier<@Nullable T> question) {
        try {
            return conversation.ask(area, effort, question);
        } catch (ProviderException refused) {
            throw refused.failure() instanceof NotFound ? gone(project, effort) : refused;
        }
    }

    /** What to throw for a part that is not there. */
    ProviderException gone(RemoteProjectId project, Effort effort) {
        try {
            conversation.ask(ApiArea.PROJECT, effort, () -> core.project(project.value()));
            return new ProviderException(new NotFound(What.ELEMENT));
        } catch (ProviderException refused) {
            return refused.failure() instanceof NotFound ? new ProviderException(new NotFound(What.PROJECT)) : refused;
        }
    }

    /** Whether a query named a path that does not exist, or nothing is there at all. */
    static boolean isMissing(ProviderException refused) {
        return refused.failure() instanceof NotFound missing && missing.what() != What.PROJECT;
    }
}
