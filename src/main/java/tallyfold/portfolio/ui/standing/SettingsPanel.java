package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.project.EditProjectResult;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectManager;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The tab "Settings" of a project. */
public final class SettingsPanel extends Div {

    /**
     * What a person may do; viewers have none of it.
     *
     * @param people who can be chosen as manager
     * @param save keeps what was entered, or says why not
     * @param connect opens the window of links
     * @param delete asks, then deletes
     */
    record Actions(
            List<ProjectManager> people,
            Function<ProjectEdit, EditProjectResult> save,
            Runnable connect,
            Runnable delete) {}

    private final Div problem = new Div();

    /** @param changed hears of the project as it is after a change */
    SettingsPanel(Project project, List<Link> links, @Nullable Actions actions, Consumer<Project> changed) {
        addClassName("tf-settings");
        add(card(project, actions, changed), links(links, actions));
        if (actions != null) {
            add(deletion(actions));
        }
    }

    private Component card(Project project, @Nullable Actions actions, Consumer<Project> changed) {
        List<ProjectManager> people = actions == null ? List.of() : actions.people();
        SettingsForm form = new SettingsForm(ProjectEdit.of(project), people, actions == null);
        Div card = card("standing.settings.project");
        card.add(form, problem);
        if (actions != null) {
            Button save = new Button(Texts.of("standing.save"), _ -> save(form, actions, changed));
            save.addThemeVariants(ButtonVariant.PRIMARY);
            Div buttons = new Div(save);
            buttons.addClassName("tf-actions");
            card.add(buttons);
        }
        return card;
    }

    private void save(SettingsForm form, Actions actions, Consumer<Project> changed) {
        problem.removeAll();
        form.read().ifPresent(edit -> {
            switch (actions.save().apply(edit)) {
                case EditProjectResult.Edited done -> {
                    Notifications.success(Texts.of("standing.saved"));
                    changed.accept(done.project());
                }
                case EditProjectResult.Refused refused -> form.refuse(refused.field(), refused.reason());
                case EditProjectResult.Outdated _ -> refuse("standing.outdated");
                case EditProjectResult.Gone _ -> refuse("standing.gone");
            }
        });
    }

    /** Says what kept the project from being changed; what was entered stays. */
    private void refuse(String key) {
        problem.add(new Note(Tone.BAD, Texts.of(key)));
    }

    private static Component links(List<Link> links, @Nullable Actions actions) {
        Div card = card("standing.settings.links");
        if (links.isEmpty()) {
            card.add(quiet("standing.settings.no-links"));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("tf-settings-links");
            links.forEach(link -> list.add(line(link)));
            card.add(list);
        }
        if (actions != null) {
            Button connect = new Button(
                    Texts.of("standing.settings.connect"),
                    Symbol.LINK.icon(),
                    _ -> actions.connect().run());
            Div buttons = new Div(connect);
            buttons.addClassName("tf-actions");
            card.add(buttons);
        }
        return card;
    }

    private static ListItem line(Link link) {
        Span system = new Span(LinkWords.system(link));
        system.addClassName("tf-standing-area");
        Span covers = new Span(
                link.detached() == null
                        ? LinkWords.covers(link)
                        : Texts.of("standing.settings.copy", LinkWords.covers(link)));
        covers.addClassName("tf-quiet");
        return new ListItem(system, new Span(" "), covers);
    }

    private static Component deletion(Actions actions) {
        Div card = card("standing.settings.delete");
        Button delete = new Button(
                Texts.of("standing.delete"),
                Symbol.DELETE.icon(),
                _ -> actions.delete().run());
        delete.addThemeVariants(ButtonVariant.ERROR);
        Div buttons = new Div(delete);
        buttons.addClassName("tf-actions");
        card.add(quiet("standing.settings.delete.text"), buttons);
        return card;
    }

    private static Paragraph quiet(String key) {
        Paragraph text = new Paragraph(Texts.of(key));
        text.addClassName("tf-quiet");
        return text;
    }

    private static Div card(String key) {
        Div card = new Div(new H2(Texts.of(key)));
        card.addClassNames("tf-card", "tf-project-settings");
        return card;
    }
}
