package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.project.Link;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** "Open in Azure DevOps": the linked remote project, or a menu when there are several. */
final class OpenInSource {

    private OpenInSource() {}

    /** Nothing when no link knows its address yet. */
    static Optional<Component> of(List<Link> links) {
        Map<URI, String> places = new LinkedHashMap<>();
        links.forEach(link -> {
            if (link.webAddress() != null) {
                places.putIfAbsent(link.webAddress(), LinkWords.system(link));
            }
        });
        return switch (places.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(anchor(places.keySet().iterator().next(), Texts.of("portfolio.open")));
            default -> Optional.of(menu(places));
        };
    }

    private static Component menu(Map<URI, String> places) {
        Button button = new Button(Texts.of("portfolio.open"), Symbol.OPEN.icon());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        // The page opens by the click itself, not by the answer of the server: no browser stops that.
        places.forEach((address, name) -> menu.addItem(anchor(address, name)));
        return button;
    }

    private static Anchor anchor(URI address, String name) {
        Anchor link = new Anchor(address.toString(), "");
        link.add(Symbol.OPEN.icon(), new Span(name));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.addClassName("tf-project-open");
        return link;
    }
}
