package tallyfold.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.uikit.Texts;

/** Tells about what nobody expected, with a number that leads to the log; never a stack trace. */
final class UnexpectedErrorHandler implements ErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        String id = newId();
        log.error("Unexpected error {}", id, event.getThrowable());
        @Nullable UI ui = UI.getCurrent();
        if (ui != null) {
            boolean denied = event.getThrowable() instanceof AccessDeniedException;
            var _ = ui.access(() -> show(denied ? Texts.of("shell.denied") : Texts.of("shell.unexpected", id)));
        }
    }

    private static void show(String text) {
        Dialog dialog = new Dialog(Texts.of("shell.unexpected-title"));
        dialog.add(new Paragraph(text));
        dialog.getFooter().add(new Button(Texts.of("shell.close"), _ -> dialog.close()));
        dialog.setRole("alertdialog");
        dialog.open();
    }

    /** Eight characters that a person can read out. */
    static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
