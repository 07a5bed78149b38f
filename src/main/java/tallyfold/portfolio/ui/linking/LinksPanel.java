package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.UnlinkMode;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncWarning;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The tab "Links": what the project is linked to, and how that goes, live. */
final class LinksPanel extends Div implements LinkCard.Actions {

    private final LinkingContext context;
    private final Consumer<Link> edit;
    private final Runnable changed;
    private final Div problem = new Div();
    private final Div list = new Div();
    private final Map<LinkId, LinkCard> cards = new HashMap<>();

    /**
     * An empty panel; see {@link #show}.
     *
     * @param edit called with the link somebody wants to change
     * @param changed called after a link was taken away
     */
    LinksPanel(LinkingContext context, Consumer<Link> edit, Runnable changed) {
        this.context = context;
        this.edit = edit;
        this.changed = changed;
        addClassName("tf-link-list");
        list.addClassName("tf-link-list");
        add(problem, list);
        RunNews.follow(this, context.syncs(), this::heard);
    }

    /** Shows the links there are now. */
    void show() {
        cards.clear();
        list.removeAll();
        List<Link> links = context.projects().links(context.project().id());
        Map<LinkId, SyncRun> runs =
                context.syncs().latest(links.stream().map(Link::id).toList());
        for (Link link : links) {
            LinkCard card = new LinkCard(link, this, context.clock());
            show(card, link, runs.get(link.id()));
            cards.put(link.id(), card);
            list.add(card);
        }
        if (links.isEmpty()) {
            list.add(new EmptyState(Symbol.LINK, Texts.of("linking.no-links"), Texts.of("linking.no-links.next")));
        }
    }

    @Override
    public void syncNow(Link link) {
        context.syncs().syncLink(link.id());
        heard(context.syncs().latest(List.of(link.id())));
    }

    @Override
    public void edit(Link link) {
        edit.accept(link);
    }

    @Override
    public void mapFields(Link link) {
        context.mappings().open(link.id());
    }

    @Override
    public void unlink(Link link) {
        long items = context.progress().figures(List.of(link.project())).values().stream()
                .flatMap(figures -> figures.links().stream())
                .filter(figures -> figures.link().equals(link.id()))
                .flatMap(figures -> figures.all().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        new UnlinkDialog(link, items, mode -> unlink(link, mode)).open();
    }

    private void unlink(Link link, UnlinkMode mode) {
        problem.removeAll();
        BackgroundCall.start(
                context.background(),
                _ -> context.links().unlink(link.id(), mode),
                done -> {
                    Notifications.success(Texts.of(
                            Boolean.TRUE.equals(done) ? "linking.unlinked." + mode.name() : "linking.unlinked.already",
                            LinkWords.system(link)));
                    show();
                    changed.run();
                },
                failure -> problem.add(new FailureNote(FailureNote.Deed.LINKING, failure, () -> unlink(link, mode))));
    }

    private void heard(Map<LinkId, SyncRun> runs) {
        // A run that ended may have changed what is known of the parts.
        context.projects().links(context.project().id()).forEach(link -> {
            LinkCard card = cards.get(link.id());
            SyncRun run = runs.get(link.id());
            if (card != null && run != null) {
                show(card, link, run);
            }
        });
    }

    private void show(LinkCard card, Link link, @Nullable SyncRun run) {
        List<SyncWarning> warnings =
                run == null || run.warnings() == 0 ? List.of() : context.syncs().warnings(run.id());
        card.show(link, run, context.syncs().nextScheduled(link.id()), warnings);
    }
}
