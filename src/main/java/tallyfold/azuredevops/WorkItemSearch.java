package tallyfold.azuredevops;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tallyfold.azuredevops.api.Wiql;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;

/** Finds work items of a project by number or by a part of their title, those changed last first. */
final class WorkItemSearch {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,9})");

    private final Conversation conversation;
    private final Presence presence;
    private final WorkItemApi workItems;
    private final WorkItemReader items;

    WorkItemSearch(Conversation conversation, Presence presence, WorkItemApi workItems, WorkItemReader items) {
        this.conversation = conversation;
        this.presence = presence;
        this.workItems = workItems;
        this.items = items;
    }

    List<ElementChoice> find(RemoteProjectId project, String text, int limit, Effort effort) {
        Wiql.Question question = new Wiql.Question(
                "SELECT [System.Id] FROM WorkItems WHERE " + condition(text) + " ORDER BY [System.ChangedDate] DESC");
        List<Long> ids = conversation
                .ask(ApiArea.WORK, effort, () -> workItems.query(project.value(), limit, question))
                .ids()
                .distinct()
                .limit(limit)
                .toList();
        Map<Long, RemoteWorkItem> found =
                items.items(ids).stream().collect(Collectors.toMap(RemoteWorkItem::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(WorkItemSearch::choice)
                .toList();
    }

    private static String condition(String text) {
        if (text.isEmpty()) {
            return WiqlText.IN_PROJECT;
        }
        String named = "[System.Title] CONTAINS " + WiqlText.quoted(text);
        var number = NUMBER.matcher(text);
        return WiqlText.and(
                WiqlText.IN_PROJECT,
                number.matches() ? "([System.Id] = " + number.group(1) + " OR " + named + ")" : named);
    }

    ElementChoice element(RemoteProjectId project, String key, Effort effort) {
        return items.items(List.of(Long.valueOf(key))).stream()
                .findFirst()
                .map(WorkItemSearch::choice)
                .orElseThrow(() -> presence.gone(project, effort));
    }

    private static ElementChoice choice(RemoteWorkItem item) {
        return new ElementChoice(
                ElementKind.WORK_ITEM,
                Long.toString(item.id()),
                item.title(),
                "",
                true,
                false,
                item.type(),
                item.state(),
                null,
                null);
    }
}
