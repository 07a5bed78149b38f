package tallyfold.progress.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProgressRuleService;
import tallyfold.progress.ProgressRules;
import tallyfold.progress.RuleScope;
import tallyfold.progress.SaveRulesResult;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The window "Progress rules": what counts, for a link or for all links by a process. */
public final class RulesDialog extends Dialog {

    private final transient ProgressRuleService service;
    private final transient Runnable saved;
    private final Select<Scope> scopes = new Select<>();
    private final Div problem = new Div();
    private final Div body = new Div();
    private final Button reset = new Button(Texts.of("progress.rules.reset"), _ -> reset());
    private transient @Nullable ProgressRules rules;
    private @Nullable RulesForm form;

    /** What rules can be for, in words. */
    public record Scope(String words, RuleScope scope) {}

    /**
     * Shows the rules of the first.
     *
     * @param all what rules can be for; never empty
     * @param saved called when other rules are in force
     */
    public RulesDialog(ProgressRuleService service, List<Scope> all, Runnable saved) {
        this.service = service;
        this.saved = saved;
        setHeaderTitle(Texts.of("progress.rules"));
        addClassNames("tf-rules-dialog");
        setCloseOnOutsideClick(false);
        Button closing = new Button(Symbol.CLOSE.icon(), _ -> close());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        closing.setAriaLabel(Texts.of("progress.rules.close"));
        closing.setTooltipText(Texts.of("progress.rules.close"));
        getHeader().add(closing);
        scopes.setLabel(Texts.of("progress.rules.scope"));
        scopes.setItems(all);
        scopes.setItemLabelGenerator(each -> Objects.requireNonNull(each).words());
        scopes.setValue(all.getFirst());
        scopes.addValueChangeListener(
                event -> show(service.rules(event.getValue().scope()).orElse(null)));
        Paragraph why = new Paragraph(Texts.of("progress.rules.why"));
        why.addClassName("tf-quiet");
        body.addClassName("tf-rules-content");
        problem.getElement().setAttribute("aria-live", "polite");
        Div content = new Div(why, scopes, problem, body);
        content.addClassName("tf-rules-content");
        add(content);
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        Button save = new Button(Texts.of("progress.rules.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(reset, new Button(Texts.of("progress.rules.cancel"), _ -> close()), save);
        show(service.rules(all.getFirst().scope()).orElse(null));
    }

    private void show(@Nullable ProgressRules shown) {
        rules = shown;
        problem.removeAll();
        body.removeAll();
        form = null;
        reset.setVisible(shown != null && owned(shown));
        if (shown == null) {
            problem.add(new Note(Tone.BAD, Texts.of("progress.rules.gone")));
            return;
        }
        if (shown.types().isEmpty()) {
            body.add(new Note(Tone.INFO, Texts.of("progress.rules.no-types")));
            return;
        }
        body.add(Cards.quiet(Texts.of("progress.rules.source." + shown.source().name())));
        if (shown.hasNews()) {
            body.add(new Note(
                    Tone.WARNING,
                    shown.gone().isEmpty()
                            ? Texts.of("progress.rules.news")
                            : Texts.of("progress.rules.types-gone", String.join(", ", shown.gone()))));
        }
        RulesForm made = new RulesForm(shown);
        form = made;
        body.add(made);
    }

    /** Whether there is something of its own to take back. */
    private static boolean owned(ProgressRules shown) {
        return switch (shown.scope()) {
            case RuleScope.OfLink _ -> shown.source() == ProgressRules.Source.LINK;
            case RuleScope.OfProcess _ -> shown.source() == ProgressRules.Source.PROCESS;
        };
    }

    private void save() {
        RulesForm entered = form;
        ProgressRules now = rules;
        if (entered != null && now != null) {
            entered.read().ifPresent(draft -> done(service.save(now.scope(), draft, now.version())));
        }
    }

    private void reset() {
        ProgressRules now = rules;
        if (now != null) {
            done(service.reset(now.scope(), now.version()));
        }
    }

    private void done(SaveRulesResult result) {
        problem.removeAll();
        switch (result) {
            case SaveRulesResult.Saved _ -> {
                close();
                Notifications.success(Texts.of("progress.rules.saved"));
                saved.run();
            }
            case SaveRulesResult.Refused refused -> problem.add(new Note(Tone.BAD, refused.reason()));
            case SaveRulesResult.Outdated _ -> problem.add(new Note(Tone.BAD, Texts.of("progress.rules.outdated")));
            case SaveRulesResult.Gone _ -> problem.add(new Note(Tone.BAD, Texts.of("progress.rules.gone")));
        }
    }
}
