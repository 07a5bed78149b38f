package tallyfold.azuredevops;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tallyfold.azuredevops.api.Revisions;
import tallyfold.azuredevops.api.Revisions.Batch;
import tallyfold.azuredevops.api.Revisions.LinkBatch;
import tallyfold.azuredevops.api.Revisions.LinkChange;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.provider.ChangePage;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ItemRevision;
import tallyfold.provider.ParentChange;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemoteProjectId;

/** Reads what changed in an organization: the reporting endpoints for revisions and for links. */
final class ChangeFeed {

    static final String HIERARCHY = "System.LinkTypes.Hierarchy";
    private static final int LONGEST_TOKEN = 2048;

    private final Conversation conversation;
    private final WorkItemApi workItems;
    private final AzureDevOpsMapper mapper;
    private final KnownFields fields;

    ChangeFeed(Conversation conversation, WorkItemApi workItems, AzureDevOpsMapper mapper, KnownFields fields) {
        this.conversation = conversation;
        this.workItems = workItems;
        this.mapper = mapper;
        this.fields = fields;
    }

    ChangePage<ItemRevision> revisions(FeedPosition from, @Nullable RemoteProjectId only) {
        String token = token(from);
        String start = start(from);
        Batch batch = fields.asking(names -> {
            List<String> asked = new ArrayList<>(names);
            asked.add(WorkItemFields.DELETED);
            Revisions.Question question = new Revisions.Question(asked, true, true, false);
            return conversation.ask(
                    ApiArea.WORK,
                    () -> only == null
                            ? workItems.revisions(token, start, question)
                            : workItems.revisionsOf(only.value(), token, start, question));
        });
        Set<String> more = fields.more();
        List<ItemRevision> revisions = batch.values().stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(revision -> mapper.revision(revision, more))
                .toList();
        return page(revisions, batch.continuationToken(), batch.nextLink(), batch.isLastBatch(), token);
    }

    ChangePage<ParentChange> parentChanges(FeedPosition from) {
        String token = token(from);
        LinkBatch batch = conversation.ask(ApiArea.WORK, () -> workItems.links(HIERARCHY, token, start(from)));
        List<ParentChange> changes = new ArrayList<>();
        for (LinkChange change : batch.values()) {
            if (change != null) {
                hierarchy(change, changes);
            }
        }
        return page(changes, batch.continuationToken(), batch.nextLink(), batch.isLastBatch(), token);
    }

    /** The type is asked for by its name, and told with or without the direction; without it the source is the parent. */
    private static void hierarchy(LinkChange change, List<ParentChange> into) {
        String rel = change.rel() == null ? "" : change.rel().toLowerCase(Locale.ROOT);
        if (!rel.startsWith(HIERARCHY.toLowerCase(Locale.ROOT))) {
            return;
        }
        boolean fromChild = rel.endsWith("-reverse");
        boolean made =
                change.isActive() == null ? !"remove".equalsIgnoreCase(change.changedOperation()) : change.isActive();
        into.add(new ParentChange(
                fromChild ? change.sourceId() : change.targetId(),
                fromChild ? change.targetId() : change.sourceId(),
                made,
                Dates.moment(change.changedDate())));
    }

    private static @Nullable String token(FeedPosition from) {
        return from instanceof FeedPosition.After(String cursor) ? cursor : null;
    }

    private static @Nullable String start(FeedPosition from) {
        return from instanceof FeedPosition.Since(var moment) ? Revisions.moment(moment) : null;
    }

    /** A batch that is not the last has to lead on, or reading would never end. */
    private static <T> ChangePage<T> page(
            List<T> changes,
            @Nullable String continuation,
            @Nullable String nextLink,
            @Nullable Boolean isLast,
            @Nullable String before) {
        String next = continuation == null || continuation.isBlank() ? inside(nextLink) : continuation;
        boolean last = !Boolean.FALSE.equals(isLast);
        if (next == null && last) {
            next = before;
        }
        if (next == null || next.length() > LONGEST_TOKEN) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200));
        }
        if (!last && next.equals(before)) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
        }
        return new ChangePage<>(changes, next, last);
    }

    /** The link itself is never followed: it may lead elsewhere. */
    private static @Nullable String inside(@Nullable String nextLink) {
        if (nextLink == null) {
            return null;
        }
        try {
            String raw = UriComponentsBuilder.fromUri(new URI(nextLink))
                    .build()
                    .getQueryParams()
                    .getFirst("continuationToken");
            return raw == null || raw.isBlank()
                    ? null
                    : java.net.URLDecoder.decode(raw, java.nio.charset.StandardCharsets.UTF_8);
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
