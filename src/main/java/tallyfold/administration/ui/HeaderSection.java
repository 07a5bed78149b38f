package tallyfold.administration.ui;

import com.vaadin.flow.component.textfield.TextField;
import tallyfold.administration.InstallationService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.Texts;

/** The installation's name beside the product's. */
final class HeaderSection extends SettingsCard {

    private final transient InstallationService installation;
    private final TextField name = new TextField(Texts.of("administration.header-name"));

    HeaderSection(InstallationService installation) {
        super(
                Texts.of("administration.header"),
                Texts.of("administration.header-sentence"),
                Texts.of("administration.header-effect"));
        this.installation = installation;
        name.setMaxLength(InstallationService.LONGEST_NAME);
        name.setValue(installation.name());
        name.setClearButtonVisible(true);
        addFields(name);
        addSave(this::save);
    }

    private void save() {
        boolean saved = installation.rename(name.getValue());
        name.setErrorMessage(saved ? null : Texts.of("administration.header-odd", InstallationService.LONGEST_NAME));
        name.setInvalid(!saved);
        if (saved) {
            Notifications.success(Texts.of("administration.header-saved"));
        } else {
            name.focus();
        }
    }
}
