package tallyfold.azuredevops;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemField;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;

/** The fields to ask for: those of {@link WorkItemFields} that the organization has, and further ones somebody wants. */
final class KnownFields {

    /**
     * What is asked for.
     *
     * @param more the further fields among {@code names}
     * @param missing further fields that were wanted in vain
     */
    private record Asked(List<String> names, Set<String> more, Set<String> missing) {}

    private final Conversation conversation;
    private final WorkItemApi workItems;
    private volatile Asked asked = new Asked(WorkItemFields.ALL, Set.of(), Set.of());

    KnownFields(Conversation conversation, WorkItemApi workItems) {
        this.conversation = conversation;
        this.workItems = workItems;
    }

    /** Has further fields asked for, in place of those wanted before. */
    synchronized void want(Set<String> references) {
        Set<String> before = new TreeSet<>(asked.more());
        before.addAll(asked.missing());
        if (!before.equals(references)) {
            asked = new Asked(with(WorkItemFields.ALL, references), Set.copyOf(references), Set.of());
        }
    }

    /** The further fields that answers tell of. */
    Set<String> more() {
        return asked.more();
    }

    Set<String> missing() {
        return asked.missing();
    }

    /** Asks with names of fields. One the organization has never had fails a question: then only those it has are named. */
    <T> T asking(Function<List<String>, T> question) {
        Asked before = asked;
        try {
            return question.apply(before.names());
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
                    .map(WorkItemField::referenceName)
                    .collect(Collectors.toSet());
            Asked left = left(before, known);
            if (left.names().isEmpty() || left.names().equals(before.names())) {
                throw refused;
            }
            keep(before, left);
            return question.apply(left.names());
        }
    }

    private static Asked left(Asked before, Set<String> known) {
        Set<String> wanted = new TreeSet<>(before.more());
        wanted.addAll(before.missing());
        Set<String> more = new TreeSet<>(wanted);
        more.retainAll(known);
        wanted.removeAll(more);
        List<String> usual = WorkItemFields.ALL.stream().filter(known::contains).toList();
        return new Asked(with(usual, more), Set.copyOf(more), Set.copyOf(wanted));
    }

    /** Somebody may want others meanwhile; these go before. */
    private synchronized void keep(Asked before, Asked left) {
        if (asked.equals(before)) {
            asked = left;
        }
    }

    private static List<String> with(List<String> usual, Set<String> more) {
        return Stream.concat(usual.stream(), more.stream().sorted()).distinct().toList();
    }
}
