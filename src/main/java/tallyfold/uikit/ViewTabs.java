package tallyfold.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;

/**
 * Tabs whose list holds nothing but tabs for a screen reader. The component puts its scrolling part, which can be focused by
 * script, between the list and its tabs; a tab list may only own tabs, and nobody needs the focus there.
 */
public final class ViewTabs extends Tabs {

    public ViewTabs(Tab... tabs) {
        super(tabs);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                const free = () => this.shadowRoot?.getElementById('scroll')?.removeAttribute('tabindex');
                free();
                Promise.resolve(this.updateComplete).then(free);
                """);
    }
}
