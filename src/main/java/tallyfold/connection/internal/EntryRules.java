package tallyfold.connection.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionField;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.Provider;
import tallyfold.provider.Verdict;

/** What was entered about a connection, tidied field by field; gathers the refusals. */
public final class EntryRules {

    private static final int LONGEST_NAME = 120;

    private final Map<ConnectionField, Verdict.Refused> refused = new EnumMap<>(ConnectionField.class);
    private final ConnectionRepository connections;
    private final Provider provider;
    private final Clock clock;

    public EntryRules(ConnectionRepository connections, Provider provider, Clock clock) {
        this.connections = connections;
        this.provider = provider;
        this.clock = clock;
    }

    /** The organization's name, or an empty text when it was refused. */
    public String organization(String typed) {
        return take(ConnectionField.ADDRESS, provider.readAddress(typed));
    }

    public String account(String typed) {
        return take(ConnectionField.ACCOUNT, provider.readAccount(typed));
    }

    /** The name without spaces around it; must be nobody else's. */
    public String name(String typed, @Nullable ConnectionId own) {
        String name = typed.strip();
        if (name.isEmpty()) {
            refuse(ConnectionField.NAME, "EMPTY");
        } else if (name.length() > LONGEST_NAME) {
            refuse(ConnectionField.NAME, "TOO_LONG");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            refuse(ConnectionField.NAME, "CONTROL");
        } else if (connections.nameTaken(name, own)) {
            refuse(ConnectionField.NAME, "TAKEN");
        }
        return name;
    }

    /** A day on which a new token expires cannot have passed. */
    public void newExpiry(@Nullable LocalDate day) {
        if (day != null && day.isBefore(LocalDate.now(clock))) {
            refuse(ConnectionField.TOKEN_EXPIRES, "PAST");
        }
    }

    public void refuse(ConnectionField field, String reason) {
        refused.put(field, new Verdict.Refused(reason, null));
    }

    /** Empty when everything was accepted. */
    public Map<ConnectionField, Verdict.Refused> refusals() {
        return refused;
    }

    private String take(ConnectionField field, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.value();
            case Verdict.Refused no -> {
                refused.put(field, no);
                yield "";
            }
        };
    }
}
