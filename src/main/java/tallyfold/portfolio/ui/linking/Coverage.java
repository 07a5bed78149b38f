package tallyfold.portfolio.ui.linking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkPreview;
import tallyfold.provider.Element;

/** Counts in the background what the chosen parts cover; a newer question takes the place of an older one. */
final class Coverage {

    private final LinkingContext context;
    private final Remote remote;
    private final TypeIcons icons;
    private final Listener listener;
    private @Nullable BackgroundCall running;

    /** Hears on the UI thread how the counting goes. */
    interface Listener {

        void counting(long soFar);

        void overlaps(List<LinkOverlap> overlaps);

        void counted(LinkPreview preview);

        void failed(RuntimeException failure);
    }

    Coverage(LinkingContext context, Remote remote, TypeIcons icons, Listener listener) {
        this.icons = icons;
        this.context = context;
        this.remote = remote;
        this.listener = listener;
    }

    void count(List<Element> elements) {
        stop();
        if (elements.isEmpty()) {
            listener.overlaps(List.of());
            return;
        }
        listener.counting(0);
        running = BackgroundCall.startAfter(
                context.pause(),
                context.background(),
                call -> {
                    List<LinkOverlap> overlaps = context.links()
                            .overlaps(
                                    remote.connection(),
                                    remote.project().id(),
                                    context.project().id(),
                                    elements);
                    call.tell(() -> listener.overlaps(overlaps));
                    LinkPreview preview = context.links()
                            .preview(
                                    remote.connection(),
                                    remote.project().id(),
                                    elements,
                                    soFar -> call.tell(() -> listener.counting(soFar)));
                    if (!preview.byType().isEmpty()) {
                        icons.load();
                    }
                    return preview;
                },
                listener::counted,
                listener::failed);
    }

    void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
