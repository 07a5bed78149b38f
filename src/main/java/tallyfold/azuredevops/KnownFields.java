package tallyfold.azuredevops;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tallyfold.azuredevops.api.Named;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;

/** The fields to ask for: those of {@link WorkItemFields} that the organization has. */
final class KnownFields {

    private final Conversation conversation;
    private final WorkItemApi workItems;
    private volatile List<String> fields = WorkItemFields.ALL;

    KnownFields(Conversation conversation, WorkItemApi workItems) {
        this.conversation = conversation;
        this.workItems = workItems;
    }

    /** Asks with names of fields. One the organization has never had fails a question: then only those it has are named. */
    <T> T asking(Function<List<String>, T> question) {
        try {
            return question.apply(fields);
        } catch (ProviderException refused) {
            boolean badRequest = refused.failure() instanceof UnexpectedAnswer odd
                    && odd.reason() == Oddity.STATUS
                    && odd.status() == 400;
            if (!badRequest) {
                throw refused;
            }
            Set<String> known = conversation
                    .ask(ApiArea.WORK, workItems::fields)
                    .present()
                    .map(Named::referenceName)
                    .collect(Collectors.toSet());
            List<String> left =
                    WorkItemFields.ALL.stream().filter(known::contains).toList();
            if (left.isEmpty() || left.equals(fields)) {
                throw refused;
            }
            fields = left;
            return question.apply(left);
        }
    }
}
