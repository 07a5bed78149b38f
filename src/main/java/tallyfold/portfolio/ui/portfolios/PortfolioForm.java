package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.Optional;
import tallyfold.portfolio.ui.PortfolioField;
import tallyfold.project.PortfolioDraft;
import tallyfold.project.PortfolioResult.Field;
import tallyfold.uikit.Texts;

/** What a portfolio is called, is about, who answers for it, and what it lies in. */
final class PortfolioForm extends Div {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 4000;

    private final TextField name = new TextField(Texts.of("portfolios.form.name"));
    private final TextArea description = new TextArea(Texts.of("portfolios.form.description"));
    private final TextField owner = new TextField(Texts.of("portfolios.form.owner"));
    private final PortfolioField parent;
    private final Binder<PortfolioDraft> binder = new Binder<>(PortfolioDraft.class);

    PortfolioForm(PortfolioField parent, PortfolioDraft shown) {
        this.parent = parent;
        addClassName("tf-project-form");
        name.setMaxLength(LONGEST_NAME);
        owner.setMaxLength(LONGEST_NAME);
        description.setMaxLength(LONGEST_DESCRIPTION);
        description.setMinRows(3);
        parent.setLabel(Texts.of("portfolios.form.parent"));
        parent.setHelperText(Texts.of("portfolios.form.parent.text"));
        parent.setVisible(parent.offersAny());
        binder.forField(name)
                .asRequired(Texts.of("portfolios.form.name-missing"))
                .withValidator(typed -> !typed.isBlank(), Texts.of("portfolios.form.name-missing"))
                .bind("name");
        binder.forField(description).bind("description");
        binder.forField(owner).bind("owner");
        binder.forField(parent).withConverter(PortfolioField::id, parent::of).bind("parent");
        binder.readRecord(shown);
        add(name, description, owner, parent);
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<PortfolioDraft> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException shownAtTheField) {
            name.focus();
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(Field field, String reason) {
        switch (field) {
            case NAME -> mark(name, reason);
            case DESCRIPTION -> mark(description, reason);
            case OWNER -> mark(owner, reason);
            case PARENT -> mark(parent, reason);
        }
    }

    void focusFirst() {
        name.focus();
    }

    /** The lines in which Enter sends the form. */
    Component[] lines() {
        return new Component[] {name, owner};
    }

    private static <T extends HasValidation & com.vaadin.flow.component.Focusable<?>> void mark(
            T field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
