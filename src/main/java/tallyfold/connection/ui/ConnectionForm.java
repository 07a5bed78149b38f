package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionField;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** The fields of a new connection; yields a draft, or marks what is wrong. */
final class ConnectionForm extends Div {

    private final transient Provider provider;
    private final transient ConnectionFields fields;
    private final Span second = new Span();

    ConnectionForm(Provider provider, Consumer<Optional<String>> onOrganization) {
        this.provider = provider;
        addClassName("tf-connection-form");
        fields = new ConnectionFields(provider, onOrganization);
        fields.allowEmptyName();
        fields.name.setHelperText(Texts.of("connection.create.name.helper"));
        second.addClassNames("tf-info", "tf-second-line");
        second.setVisible(false);
        add(fields.address, second, fields.account, fields.token, fields.name, fields.expires);
    }

    Optional<String> organization() {
        return fields.address.organization();
    }

    /** Stands in the empty name. */
    void suggestName(Optional<String> organization) {
        fields.name.setPlaceholder(organization.orElse(""));
    }

    /** A remark under the address that there is a connection to this organization already. */
    void showOtherConnection(Optional<String> connectionName) {
        second.setText(connectionName
                .map(other -> Texts.of("connection.create.second", other))
                .orElse(""));
        second.setVisible(connectionName.isPresent());
    }

    /** What was entered, or empty after marking the fields that were refused. The caller wipes the token. */
    Optional<ConnectionDraft> read() {
        Optional<Secret> secret = fields.token.read();
        Optional<ConnectionEntry> entry = fields.write();
        if (secret.isPresent() && entry.isPresent()) {
            return entry.map(typed -> new ConnectionDraft(
                    provider.id(), typed.address(), typed.account(), secret.get(), typed.name(), typed.tokenExpires()));
        }
        secret.ifPresent(Secret::close);
        if (entry.isPresent()) {
            fields.token.focus();
        }
        return Optional.empty();
    }

    /** Marks what the service refused. */
    void refuse(Map<ConnectionField, Verdict.Refused> refused) {
        fields.refuse(refused);
    }

    void clearToken() {
        fields.token.clear();
    }

    void lock(boolean locked) {
        fields.lock(locked);
    }

    void fill(DemoTokenOffer.DemoToken demo) {
        fields.address.setValue(demo.address());
        fields.account.setValue(demo.account());
        fields.token.fillWithDemoToken(demo.token());
    }

    /** The lines in which Enter sends the form. */
    Component[] lines() {
        return fields.lines();
    }
}
