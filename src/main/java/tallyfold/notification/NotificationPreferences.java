package tallyfold.notification;

import java.util.List;

/**
 * What a person wants to hear of, and how.
 *
 * @param withNames whether names of projects may stand in messages
 * @param choices one for each kind the person may hear of
 */
public record NotificationPreferences(boolean withNames, List<Choice> choices) {

    public NotificationPreferences {
        choices = List.copyOf(choices);
    }

    /** How somebody hears of a kind. */
    public record Choice(NotificationKind kind, boolean bell, boolean mail) {}
}
