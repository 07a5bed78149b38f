package tallyfold.connection.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.uikit.Texts;

/** Who may use a connection: all project managers, or chosen ones. */
final class AccessField extends Div {

    private final RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>(Texts.of("connection.edit.who"));
    private final MultiSelectComboBox<User> people = new MultiSelectComboBox<>(Texts.of("connection.edit.people"));

    AccessField(List<User> candidates, boolean forAll, Set<UserId> chosen) {
        choice.setItems(true, false);
        choice.setItemLabelGenerator(all -> Texts.of(all ? "connection.edit.who.all" : "connection.edit.who.chosen"));
        people.setItems(candidates);
        people.setItemLabelGenerator(User::displayName);
        people.setHelperText(Texts.of("connection.edit.people.helper"));
        people.setValue(
                candidates.stream().filter(user -> chosen.contains(user.id())).collect(Collectors.toSet()));
        choice.addValueChangeListener(change -> people.setVisible(!forAllManagers()));
        choice.setValue(forAll);
        people.setVisible(!forAll);
        add(choice, people);
    }

    boolean forAllManagers() {
        return Boolean.TRUE.equals(choice.getValue());
    }

    Set<UserId> people() {
        return people.getValue().stream().map(User::id).collect(Collectors.toSet());
    }

    void setReadOnly(boolean readOnly) {
        choice.setReadOnly(readOnly);
        people.setReadOnly(readOnly);
    }
}
