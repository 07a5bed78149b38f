package tallyfold.administration.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallyfold.connection.ProxyDraft;
import tallyfold.connection.ProxyEntry;
import tallyfold.connection.ProxyField;
import tallyfold.connection.ProxyMode;
import tallyfold.kernel.Secret;
import tallyfold.uikit.Texts;

/** The fields of the proxy. */
final class ProxyForm extends Div {

    private final RadioButtonGroup<ProxyMode> mode = new RadioButtonGroup<>(Texts.of("administration.proxy-mode"));
    private final TextField host = new TextField(Texts.of("administration.proxy-host"));
    private final IntegerField port = new IntegerField(Texts.of("administration.proxy-port"));
    private final TextField user = new TextField(Texts.of("administration.proxy-user"));
    private final PasswordField password = new PasswordField(Texts.of("administration.proxy-password"));
    private final TextArea direct = new TextArea(Texts.of("administration.proxy-direct"));
    private final Div proxy = new Div();
    private final Binder<ProxyFields> binder = new Binder<>(ProxyFields.class);
    private final Map<ProxyField, HasValidation> fields = new EnumMap<>(ProxyField.class);

    ProxyForm() {
        addClassName("tf-setting-fields");
        mode.setItems(ProxyMode.values());
        mode.setItemLabelGenerator(ProxyMode::label);
        host.setPlaceholder("proxy.contoso.com");
        port.setPlaceholder("8080");
        password.setRevealButtonVisible(false);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        user.setAutocomplete(Autocomplete.OFF);
        direct.setHelperText(Texts.of("administration.proxy-direct-hint"));
        direct.setMinRows(2);
        binder.forField(mode).bind("mode");
        binder.forField(host).bind("host");
        binder.forField(port).bind("port");
        binder.forField(user).bind("user");
        binder.forField(direct).bind("direct");
        fields.putAll(Map.of(
                ProxyField.HOST, host,
                ProxyField.PORT, port,
                ProxyField.USER, user,
                ProxyField.PASSWORD, password,
                ProxyField.DIRECT, direct));
        Div where = new Div(host, port);
        where.addClassName("tf-setting-line");
        Div signIn = new Div(user, password);
        signIn.addClassName("tf-setting-line");
        proxy.addClassName("tf-setting-fields");
        proxy.add(where, signIn, direct);
        mode.addValueChangeListener(change -> proxy.setVisible(change.getValue() == ProxyMode.PROXY));
        add(mode, proxy);
    }

    void show(ProxyEntry entry) {
        binder.readRecord(new ProxyFields(
                entry.mode(), entry.host(), entry.port(), entry.user(), String.join("\n", entry.direct())));
        proxy.setVisible(entry.mode() == ProxyMode.PROXY);
        password.clear();
        password.setHelperText(Texts.of(
                entry.passwordStored()
                        ? "administration.proxy-password-stored"
                        : "administration.proxy-password-none"));
        show(Map.of());
    }

    /** What is typed, with a secret for the caller to close; empty when a field says why it is not usable. */
    Optional<ProxyDraft> read() {
        try {
            ProxyFields typed = binder.writeRecord();
            return Optional.of(new ProxyDraft(
                    typed.mode(),
                    typed.host(),
                    typed.port(),
                    typed.user(),
                    password.isEmpty() ? null : Secret.of(password.getValue()),
                    List.of(typed.direct().split("[\\s,;]+"))));
        } catch (ValidationException shownAtTheFields) {
            return Optional.empty();
        }
    }

    /** Shows objections at their fields, and takes away those of before. */
    void show(Map<ProxyField, String> objections) {
        fields.forEach((field, shown) -> {
            String objection = objections.get(field);
            shown.setErrorMessage(objection == null ? "" : objection);
            shown.setInvalid(objection != null);
        });
    }
}
