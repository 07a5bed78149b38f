package tallyfold.connection.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import tallyfold.provider.ConnectionReport;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** How to make a token: steps, permissions, notes and the link to the page; folded on a phone. */
final class TokenGuide extends Details {

    private static final int PHONE_WIDTH = 600;

    private final transient Provider provider;
    private final List<PermissionLine> permissions;
    private final Anchor page = new Anchor();
    private final Span first = new Span(Texts.of("connection.help.open.first"));

    TokenGuide(Provider provider) {
        super(Texts.of("connection.help.title"));
        this.provider = provider;
        permissions = provider.descriptor().permissions().stream()
                .map(PermissionLine::new)
                .toList();
        addClassName("tf-token-guide");
        setOpened(true);
        ProviderDescriptor words = provider.descriptor();
        OrderedList steps = new OrderedList();
        steps.addClassName("tf-token-steps");
        words.tokenSteps().forEach(step -> steps.add(new ListItem(step)));
        page.add(Symbol.OPEN.icon(), new Span(Texts.of("connection.help.open")));
        page.setTarget(AnchorTarget.BLANK);
        page.getElement().setAttribute("rel", "noopener noreferrer");
        page.addClassName("tf-token-page");
        first.addClassNames("tf-quiet", "tf-second-line");
        add(steps, page, first, new H3(Texts.of("connection.help.permissions")), permissionList());
        words.notes().forEach(note -> {
            Paragraph remark = new Paragraph(note);
            remark.addClassNames("tf-quiet", "tf-token-note");
            add(remark);
        });
        showPageOf(Optional.empty());
        addAttachListener(event -> {
            int width = event.getUI().getPage().getExtendedClientDetails().getBodyClientWidth();
            setOpened(width <= 0 || width >= PHONE_WIDTH);
        });
    }

    /** Where the organization's tokens are made; without an organization a hint stands in place of the link. */
    void showPageOf(Optional<String> organization) {
        organization.ifPresent(name -> page.setHref(provider.tokenPage(name).toString()));
        page.setVisible(organization.isPresent());
        first.setVisible(organization.isEmpty());
    }

    /** Marks which permissions the token has and which is missing; one that was not learned about stays plain. */
    void mark(ConnectionReport report) {
        permissions.forEach(line ->
                report.checks().stream().filter(line::isAbout).findFirst().ifPresentOrElse(line::show, line::forget));
    }

    private Div permissionList() {
        DescriptionList list = new DescriptionList();
        permissions.forEach(line -> list.getElement().appendChild(line.getElement()));
        Div frame = new Div(list);
        frame.addClassName("tf-token-permissions");
        return frame;
    }
}
