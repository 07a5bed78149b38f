package tallyfold.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.audit.AuditVerdict;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** Says whether the log is as it was written; looks when it is shown, and on demand. */
final class AuditChainLine extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChainLine.class);

    private final transient Supplier<AuditVerdict> verify;
    private final transient ExecutorService executor;
    private final Div told = new Div();
    private final Button again = new Button(Texts.of("audit.verify"));

    AuditChainLine(Supplier<AuditVerdict> verify, ExecutorService executor) {
        this.verify = verify;
        this.executor = executor;
        addClassName("tf-audit-chain");
        told.getElement().setAttribute("role", "status");
        again.setDisableOnClick(true);
        again.addClickListener(event -> event.getSource().getUI().ifPresent(this::look));
        add(told, again);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            look(event.getUI());
        }
    }

    private void look(UI ui) {
        again.setEnabled(false);
        tell(StatusWord.Tone.INFO, Texts.of("audit.verifying"));
        executor.execute(() -> {
            try {
                AuditVerdict verdict = verify.get();
                boolean intact = verdict instanceof AuditVerdict.Intact;
                show(ui, intact ? StatusWord.Tone.GOOD : StatusWord.Tone.BAD, AuditWords.verdict(verdict));
            } catch (RuntimeException e) {
                LOG.error("The audit log could not be verified", e);
                show(ui, StatusWord.Tone.WARNING, Texts.of("audit.verify-failed"));
            }
        });
    }

    private void show(UI ui, StatusWord.Tone tone, String text) {
        var _ = ui.access(() -> {
            tell(tone, text);
            again.setEnabled(true);
        });
    }

    private void tell(StatusWord.Tone tone, String text) {
        told.removeAll();
        told.add(new Note(tone, new Span(text)));
    }
}
