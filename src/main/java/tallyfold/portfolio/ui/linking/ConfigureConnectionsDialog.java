package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** The window "Configure connections" of a project: make links, and look after those it has. */
final class ConfigureConnectionsDialog extends Dialog {

    private final LinkingContext context;
    private final Runnable onChange;
    private final Span linkCount = new Span();
    private final Tab linkTab = new Tab(Texts.of("linking.tab.link"));
    private final Tab linksTab = new Tab(new Span(Texts.of("linking.tab.links")), linkCount);
    private final Tabs tabs = new ViewTabs(linkTab, linksTab);
    private final Div body = new Div();
    private final Button cancel = new Button(Texts.of("linking.cancel"), _ -> cancel());
    private final Button primary = new Button();
    private final LinksPanel links;
    private NewLinkPanel newLink;
    private @Nullable EditLinkPanel editing;

    ConfigureConnectionsDialog(LinkingContext context, Runnable onChange) {
        this.context = context;
        this.onChange = onChange;
        newLink = new NewLinkPanel(context, this::linked);
        links = new LinksPanel(context, this::edit, this::linksChanged);
        addClassNames("tf-import", "tf-link");
        setHeaderTitle(Texts.of("linking.title"));
        setCloseOnOutsideClick(false);
        Span project = new Span(context.project().name());
        project.addClassNames("tf-quiet", "tf-link-project");
        Button closing = new Button(Symbol.CLOSE.icon(), _ -> close());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        closing.setAriaLabel(Texts.of("linking.close-window"));
        closing.setTooltipText(Texts.of("linking.close-window"));
        getHeader().add(project, closing);
        linkCount.addClassName("tf-tab-count");
        tabs.getElement().setAttribute("aria-label", Texts.of("linking.title"));
        tabs.addSelectedChangeListener(_ -> showTab());
        body.addClassName("tf-import-body");
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        primary.addClickListener(_ -> submit());
        Span sentence = new Span(Texts.of("linking.read-only"));
        sentence.addClassNames("tf-import-sentence", "tf-quiet");
        Div buttons = new Div(cancel, primary);
        buttons.addClassName("tf-actions");
        getFooter().add(sentence, buttons);
        add(tabs, body);
        count();
        showTab();
    }

    private boolean onLinks() {
        return linksTab.equals(tabs.getSelectedTab());
    }

    private void showTab() {
        body.removeAll();
        EditLinkPanel edited = editing;
        if (!onLinks()) {
            body.add(newLink);
        } else if (edited == null) {
            links.show();
            body.add(links);
        } else {
            body.add(edited);
        }
        primary.setText(Texts.of(onLinks() ? "linking.save" : "linking.link"));
        primary.setVisible(!onLinks() || edited != null);
        cancel.setText(Texts.of(onLinks() && edited == null ? "linking.close" : "linking.cancel"));
    }

    private void submit() {
        EditLinkPanel edited = editing;
        if (!onLinks()) {
            newLink.submit();
        } else if (edited != null) {
            edited.submit();
        }
    }

    private void cancel() {
        if (onLinks() && editing != null) {
            editing = null;
            showTab();
            cancel.focus();
        } else {
            close();
        }
    }

    private void edit(Link link) {
        editing = new EditLinkPanel(context, link, this::changed);
        showTab();
    }

    private void changed(Link link) {
        editing = null;
        Notifications.success(Texts.of("linking.changed", link.remoteName()));
        linksChanged();
        showTab();
        cancel.focus();
    }

    private void linked(Link link) {
        newLink = new NewLinkPanel(context, this::linked);
        Notifications.success(
                Texts.of("linking.linked", link.remoteName(), context.project().name()));
        linksChanged();
        tabs.setSelectedTab(linksTab);
        showTab();
        // The button that had the focus is gone.
        cancel.focus();
    }

    private void linksChanged() {
        count();
        onChange.run();
    }

    private void count() {
        int all = context.projects().links(context.project().id()).size();
        linkCount.setText(all == 0 ? "" : Texts.of("linking.count", all));
    }
}
