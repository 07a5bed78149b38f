package tallyfold.workitem.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingDraft;
import tallyfold.workitem.FieldMappingResult;
import tallyfold.workitem.MappableLink;

/** One mapping, new or being changed. */
final class FieldMappingFormDialog extends Dialog {

    private final FieldMappingForm form;
    private final transient FieldChoices choices;
    private final transient Function<FieldMappingDraft, FieldMappingResult> save;
    private final transient Runnable changed;
    private final Div problem = new Div();

    /**
     * A window that asks for the fields as soon as it is seen.
     *
     * @param mapping null for a new one
     * @param changed called after it was saved, or found to be outdated
     */
    FieldMappingFormDialog(
            MappableLink mappable,
            @Nullable FieldMapping mapping,
            FieldChoices choices,
            Function<FieldMappingDraft, FieldMappingResult> save,
            Runnable changed) {
        this.choices = choices;
        this.save = save;
        this.changed = changed;
        form = new FieldMappingForm(mappable, mapping);
        setHeaderTitle(Texts.of(mapping == null ? "workitem.mapping.new" : "workitem.mapping.change"));
        setWidth("560px");
        setCloseOnOutsideClick(false);
        problem.getElement().setAttribute("aria-live", "polite");
        add(problem, form);
        Button send = new Button(Texts.of("workitem.mapping.save"), _ -> submit());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("workitem.mapping.cancel"), _ -> close()), send);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (event.isInitialAttach()) {
            read();
        }
    }

    private void read() {
        problem.removeAll();
        Span reading = new Span(Texts.of("workitem.mapping.reading"));
        reading.addClassName("tf-quiet");
        problem.add(reading);
        choices.read(
                getUI().orElseThrow(),
                fields -> {
                    problem.removeAll();
                    form.offer(fields);
                },
                words -> {
                    problem.removeAll();
                    problem.add(new Note(
                            Tone.BAD,
                            new Span(words),
                            new Button(Texts.of("workitem.details.again"), Symbol.REFRESH.icon(), _ -> read())));
                });
    }

    private void submit() {
        form.read().ifPresent(draft -> {
            switch (save.apply(draft)) {
                case FieldMappingResult.Saved(FieldMapping mapping, boolean reading) -> {
                    close();
                    Notifications.success(Texts.of(
                            reading ? "workitem.mapping.saved.reading" : "workitem.mapping.saved",
                            mapping.field().name()));
                    changed.run();
                }
                case FieldMappingResult.Refused refused -> form.refuse(refused);
                case FieldMappingResult.Outdated() -> {
                    problem.removeAll();
                    problem.add(new Note(Tone.WARNING, Texts.of("workitem.mapping.outdated")));
                    changed.run();
                }
            }
        });
    }
}
