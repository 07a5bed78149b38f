package tallyfold.help.ui;

import com.vaadin.flow.component.textfield.TextField;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** "What do you need help with?" */
final class HelpSearchField extends TextField {

    HelpSearchField() {
        addClassName("tf-help-search");
        setPlaceholder(Texts.of("help.search"));
        setAriaLabel(Texts.of("help.search"));
        setPrefixComponent(Symbol.SEARCH.icon());
        setClearButtonVisible(true);
        setMaxLength(200);
    }
}
