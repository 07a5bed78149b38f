package tallyfold.connection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionEdit;
import tallyfold.connection.ConnectionField;
import tallyfold.kernel.Secret;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** The fields of a stored connection; asks for a token as soon as the address names another organization. */
final class EditConnectionForm extends Div {

    private final transient Connection connection;
    private final transient ConnectionFields fields;
    private final Div newToken = new Div();
    private final AccessField access;

    EditConnectionForm(Provider provider, Connection connection, AccessField access) {
        this.connection = connection;
        this.access = access;
        addClassName("tf-connection-form");
        fields = new ConnectionFields(provider, organization -> newToken.setVisible(moved(organization)));
        newToken.add(new Span(Texts.of("connection.edit.new-address")), fields.token);
        newToken.addClassName("tf-new-token");
        newToken.setVisible(false);
        add(fields.name, fields.address, newToken, fields.account, fields.expires, access);
        fields.read(new ConnectionEntry(
                provider.siteAddress(connection.organization()).toString(),
                connection.account(),
                connection.name(),
                connection.tokenExpires()));
    }

    Optional<String> organization() {
        return fields.address.organization();
    }

    /** What was entered, or empty after marking the fields that were refused. The caller wipes the token. */
    Optional<ConnectionEdit> read() {
        boolean tokenNeeded = moved(organization());
        @Nullable Secret token = tokenNeeded ? fields.token.read().orElse(null) : null;
        Optional<ConnectionEntry> entry = fields.write();
        if (entry.isEmpty() && token != null) {
            token.close();
        } else if (entry.isPresent() && tokenNeeded && token == null) {
            fields.token.focus();
            return Optional.empty();
        }
        return entry.map(typed -> new ConnectionEdit(
                typed.name(),
                typed.address(),
                typed.account(),
                typed.tokenExpires(),
                access.forAllManagers(),
                access.people(),
                token));
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
        access.setReadOnly(locked);
    }

    /** The lines in which Enter sends the form. */
    Component[] lines() {
        return fields.lines();
    }

    private boolean moved(Optional<String> organization) {
        return organization.isPresent() && !organization.get().equals(connection.organization());
    }
}
