package tallyfold.help.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leads through the real screens. The guide is drawn and moved on in the browser, because a modal window would keep the
 * server from hearing its buttons.
 */
@JavaScript("context://walkthrough.js")
public final class Walkthrough extends Div {

    /**
     * A stop of the walk.
     *
     * @param key of its texts, {@code help.walk.<key>.title} and {@code .text}
     * @param css which elements may be meant
     * @param words the text or label of the one that is meant; empty for the first
     * @param goesOn whether the guide moves on by itself as soon as the next stop is in sight
     */
    record Stop(String key, String css, String words, boolean goesOn) {}

    static final List<Stop> STOPS = List.of(
            new Stop("add", "vaadin-button", "Add new connection", true),
            new Stop("address", "vaadin-text-field", "Azure DevOps Site URL", false),
            new Stop("token", "vaadin-password-field", "Personal Access Token", false),
            new Stop("create", "vaadin-dialog vaadin-button", "Create", true),
            new Stop("checks", ".tf-checks", "", false),
            new Stop("import", "vaadin-button, vaadin-side-nav-item", "Import projects|Projects", false));

    public Walkthrough() {
        addClassNames("tf-note", "tf-info", "tf-walk-invitation");
        Button show = new Button(Texts.of("help.walk.start"), _ -> start());
        add(Symbol.FLAG.icon(), new Span(Texts.of("help.walk.invitation")), show);
    }

    private void start() {
        UI ui = UI.getCurrentOrThrow();
        ui.getPage().executeJs("window.tallyfoldWalkthrough.start($0, $1)", stops(), words());
        ui.navigate("connections", QueryParameters.of("walkthrough", "connection"));
    }

    private static ArrayNode stops() {
        ArrayNode stops = JsonNodeFactory.instance.arrayNode();
        for (Stop stop : STOPS) {
            ObjectNode node = stops.addObject();
            node.put("title", Texts.of("help.walk." + stop.key() + ".title"));
            node.put("text", Texts.of("help.walk." + stop.key() + ".text"));
            node.put("css", stop.css());
            node.put("words", stop.words());
            node.put("goesOn", stop.goesOn());
        }
        return stops;
    }

    private static ObjectNode words() {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("label", "step", "back", "next", "end", "finish")) {
            words.put(key, Texts.of("help.walk." + key));
        }
        return words;
    }
}
