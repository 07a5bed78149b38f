package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.time.LocalDate;
import java.util.Optional;
import tallyfold.project.CreateProjectResult.Field;
import tallyfold.project.ProjectDraft;
import tallyfold.uikit.DayField;
import tallyfold.uikit.Texts;

/** What a new project is called, is about, when it begins and ends, and where it lies. */
final class NewProjectForm extends Div {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 4000;

    private final TextField name = new TextField(Texts.of("portfolio.new.name"));
    private final TextArea description = new TextArea(Texts.of("portfolio.new.description"));
    private final DatePicker start = day("portfolio.new.start");
    private final DatePicker finish = day("portfolio.new.finish");
    private final Binder<ProjectDraft> binder = new Binder<>(ProjectDraft.class);

    private final PortfolioField portfolio;

    NewProjectForm(PortfolioField portfolio) {
        this.portfolio = portfolio;
        portfolio.setVisible(portfolio.offersAny());
        addClassName("tf-project-form");
        name.setMaxLength(LONGEST_NAME);
        description.setMaxLength(LONGEST_DESCRIPTION);
        description.setMinRows(3);
        binder.forField(name)
                .asRequired(Texts.of("portfolio.new.name-missing"))
                .withValidator(typed -> !typed.isBlank(), Texts.of("portfolio.new.name-missing"))
                .bind("name");
        binder.forField(description).bind("description");
        binder.forField(start).bind("start");
        binder.forField(finish)
                .withValidator(this::inOrder, Texts.of("portfolio.new.order"))
                .bind("finish");
        binder.forField(portfolio)
                .withConverter(PortfolioField::id, portfolio::of)
                .bind("portfolio");
        binder.readRecord(new ProjectDraft("", "", null, null, portfolio.chosen()));
        Div days = new Div(start, finish);
        days.addClassName("tf-project-form-days");
        add(name, description, days, portfolio);
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<ProjectDraft> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException shownAtTheFields) {
            if (name.isInvalid()) {
                name.focus();
            } else {
                (start.isInvalid() ? start : finish).focus();
            }
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(Field field, String reason) {
        switch (field) {
            case NAME -> {
                name.setErrorMessage(reason);
                name.setInvalid(true);
                name.focus();
            }
            case DESCRIPTION -> {
                description.setErrorMessage(reason);
                description.setInvalid(true);
                description.focus();
            }
            case START -> DayField.refuse(start, reason);
            case FINISH -> DayField.refuse(finish, reason);
            case PORTFOLIO -> {
                portfolio.setErrorMessage(reason);
                portfolio.setInvalid(true);
                portfolio.focus();
            }
        }
    }

    void focusFirst() {
        name.focus();
    }

    /** The lines in which Enter sends the form. */
    Component[] lines() {
        return new Component[] {name};
    }

    private boolean inOrder(LocalDate last) {
        return last == null || start.getValue() == null || !last.isBefore(start.getValue());
    }

    private static DatePicker day(String key) {
        return DayField.of(Texts.of(key), Texts.of("portfolio.new.no-date"));
    }
}
