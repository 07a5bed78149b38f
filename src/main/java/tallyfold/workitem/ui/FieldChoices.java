package tallyfold.workitem.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.provider.ProviderException;
import tallyfold.provider.RemoteField;
import tallyfold.uikit.Texts;

/** The fields of the source to choose from, read in the background. */
final class FieldChoices {

    private static final Logger LOG = LoggerFactory.getLogger(FieldChoices.class);

    private final ExecutorService background;
    private final Supplier<List<RemoteField>> source;

    /** @param source asked on a thread of {@code background} */
    FieldChoices(ExecutorService background, Supplier<List<RemoteField>> source) {
        this.background = background;
        this.source = source;
    }

    /** Reads them; what comes of it arrives on the UI thread. */
    void read(UI ui, Consumer<List<RemoteField>> done, Consumer<String> failed) {
        background.execute(() -> {
            try {
                List<RemoteField> fields = source.get();
                tell(ui, () -> done.accept(fields));
            } catch (ProviderException e) {
                FailureText words = FailureWords.of(e.failure());
                tell(ui, () -> failed.accept(words.what() + " " + Texts.of("workitem.details.next", words.next())));
            } catch (RuntimeException e) {
                LOG.error("Reading the fields of an organization failed inside the product", e);
                tell(ui, () -> failed.accept(Texts.of("workitem.mapping.broken")));
            }
        });
    }

    private static void tell(UI ui, Command command) {
        try {
            Future<Void> _ = ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("The page that asked for fields was closed");
        }
    }
}
