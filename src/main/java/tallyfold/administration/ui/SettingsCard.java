package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Texts;

/** A section of the page "Settings": what it is about, its fields, its buttons, and when a change takes effect. */
class SettingsCard extends Section {

    private final Div outcome = new Div();
    private final Div buttons = new Div();
    private final Div fields = new Div();

    SettingsCard(String title, String sentence, String takesEffect) {
        addClassNames("tf-card", "tf-setting");
        getElement().setAttribute("aria-label", title);
        Paragraph about = new Paragraph(sentence);
        about.addClassName("tf-setting-about");
        fields.addClassName("tf-setting-fields");
        outcome.addClassName("tf-setting-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        Paragraph effect = new Paragraph(takesEffect);
        effect.addClassName("tf-quiet");
        buttons.addClassName("tf-setting-buttons");
        add(new H2(title), about, fields, outcome, buttons, effect);
    }

    protected final void addFields(Component... more) {
        fields.add(more);
    }

    protected final Button addSave(Runnable save) {
        Button button = addButton(Texts.of("administration.save"), save);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    protected final Button addButton(String text, Runnable action) {
        Button button = new Button(text, _ -> {
            say();
            action.run();
        });
        buttons.add(button);
        return button;
    }

    /** Says what came of it, in place of what was said before. */
    protected final void say(StatusWord.Tone tone, String text) {
        say(new Note(tone, text));
    }

    protected final void say(Component... words) {
        outcome.removeAll();
        outcome.add(words);
    }
}
