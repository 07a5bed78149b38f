package tallyfold.azuredevops;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Identity;
import tallyfold.azuredevops.api.IdentityRef;
import tallyfold.provider.RemotePerson;
import tools.jackson.databind.JsonNode;

/** Reads people. The key is the descriptor, else the id: mail addresses change. */
final class People {

    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^<>]*)<([^<>]+)>\\s*");

    private People() {}

    static @Nullable RemotePerson from(@Nullable IdentityRef identity) {
        return identity == null
                ? null
                : person(
                        identity.descriptor(),
                        identity.id(),
                        identity.displayName(),
                        identity.uniqueName(),
                        Boolean.TRUE.equals(identity.inactive()));
    }

    /** Somebody the identity service describes; the key is the descriptor they were asked for by. */
    static RemotePerson from(Identity identity, String descriptor) {
        String account = tidy(property(identity.properties(), "Account"));
        String unique = account == null ? tidy(property(identity.properties(), "Mail")) : account;
        String name = first(tidy(identity.customDisplayName()), tidy(identity.providerDisplayName()), unique);
        return new RemotePerson(
                descriptor, name == null ? descriptor : name, unique, !Boolean.FALSE.equals(identity.isActive()));
    }

    /** A text among the properties of an identity, each of which says its type as well. */
    static @Nullable String property(@Nullable Map<String, ? extends @Nullable JsonNode> properties, String name) {
        JsonNode property = properties == null ? null : properties.get(name);
        JsonNode value = property == null ? null : property.get("$value");
        return value == null || !value.isString() || value.asString().isBlank() ? null : value.asString();
    }

    static @Nullable RemotePerson fromNode(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        JsonNode inactive = node.get("inactive");
        return person(
                part(node, "descriptor"),
                part(node, "id"),
                part(node, "displayName"),
                part(node, "uniqueName"),
                inactive != null && inactive.isBoolean() && inactive.booleanValue());
    }

    /** The form of old servers and of reports: {@code Anna Lee <anna@contoso.com>}, or a name alone. */
    static @Nullable RemotePerson fromText(String raw) {
        String text = Plain.text(raw).strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher both = NAME_AND_MAIL.matcher(text);
        if (!both.matches()) {
            return new RemotePerson("name:" + text.toLowerCase(Locale.ROOT), text, null, true);
        }
        String mail = both.group(2).strip();
        String name = both.group(1).strip();
        return new RemotePerson("name:" + mail.toLowerCase(Locale.ROOT), name.isEmpty() ? mail : name, mail, true);
    }

    private static @Nullable RemotePerson person(
            @Nullable String descriptor,
            @Nullable String id,
            @Nullable String displayName,
            @Nullable String uniqueName,
            boolean inactive) {
        String unique = tidy(uniqueName);
        String key = first(tidy(descriptor), tidy(id), unique);
        if (key == null) {
            return displayName == null ? null : fromText(displayName);
        }
        String name = first(tidy(displayName), unique, key);
        return new RemotePerson(key, name == null ? key : name, unique, !inactive);
    }

    private static @Nullable String part(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : Plain.text(text).strip();
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
