package tallyfold.azuredevops;

import java.util.List;
import java.util.TreeSet;
import tallyfold.azuredevops.api.Wiql;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;

/** Asks for ids of work items page by page: a query gives a limited number and knows no second page. */
final class IdQueries {

    private final Conversation conversation;
    private final WorkItemApi workItems;
    private final int page;

    IdQueries(Conversation conversation, WorkItemApi workItems, int page) {
        this.conversation = conversation;
        this.workItems = workItems;
        this.page = page;
    }

    RemotePage<Long> page(RemoteProjectId project, String condition, long after) {
        return page(project, List.of(condition), after);
    }

    /**
     * The next ids that fulfil at least one of the conditions, each of which is a query of its own.
     *
     * @return without ids when there are no conditions
     */
    RemotePage<Long> page(RemoteProjectId project, List<String> conditions, long after) {
        TreeSet<Long> all = new TreeSet<>();
        boolean more = false;
        for (String condition : conditions) {
            List<Long> found = found(project, condition, after);
            List<Long> news =
                    found.stream().filter(id -> id > after).distinct().sorted().toList();
            if (found.size() >= page) {
                if (news.isEmpty()) {
                    throw new ProviderException(new UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
                }
                more = true;
            }
            all.addAll(news);
        }
        // A query that has more than its page gave a whole page, so what it kept back lies beyond the first page of
        // all.
        List<Long> ids = all.stream().limit(page).toList();
        more |= all.size() > page;
        return new RemotePage<>(ids, more ? Long.toString(ids.getLast()) : null);
    }

    private List<Long> found(RemoteProjectId project, String condition, long after) {
        Wiql.Question question = new Wiql.Question("SELECT [System.Id] FROM WorkItems WHERE " + condition
                + " AND [System.Id] > " + after + " ORDER BY [System.Id]");
        return conversation
                .ask(ApiArea.WORK, () -> workItems.query(project.value(), page, question))
                .ids()
                .toList();
    }
}
