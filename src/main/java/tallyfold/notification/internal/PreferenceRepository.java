package tallyfold.notification.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.NotificationPreferences;
import tallyfold.notification.NotificationPreferences.Choice;
import tallyfold.security.Role;
import tallyfold.security.UserId;

/** What people want to hear of; who never chose has no rows. */
@Repository
public class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public NotificationPreferences of(UserId user, Role role) {
        Map<NotificationKind, Choice> chosen = new HashMap<>();
        jdbc.sql("SELECT kind, bell, mail FROM notification_choice WHERE user_id = ?")
                .param(user.value())
                .query((row, _) ->
                        new Choice(NotificationKind.valueOf(row.getString(1)), row.getBoolean(2), row.getBoolean(3)))
                .list()
                .forEach(choice -> chosen.put(choice.kind(), choice));
        List<Choice> choices = NotificationKind.choices(role).stream()
                .map(kind -> chosen.getOrDefault(kind, new Choice(kind, true, kind.mailedUnlessChosen())))
                .toList();
        return new NotificationPreferences(withNames(user), choices);
    }

    /** How somebody hears of a kind. */
    Choice choice(UserId user, NotificationKind kind) {
        NotificationKind decides = kind.chosenWith();
        return jdbc.sql("SELECT bell, mail FROM notification_choice WHERE user_id = ? AND kind = ?")
                .param(user.value())
                .param(decides.name())
                .query((row, _) -> new Choice(decides, row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElseGet(() -> new Choice(decides, true, decides.mailedUnlessChosen()));
    }

    public boolean withNames(UserId user) {
        return jdbc.sql("SELECT with_names FROM notification_preference WHERE user_id = ?")
                .param(user.value())
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    public boolean mailWorks() {
        return jdbc.sql("SELECT 1 FROM mail_server")
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    public void save(UserId user, NotificationPreferences chosen) {
        jdbc.sql("DELETE FROM notification_preference WHERE user_id = ?")
                .param(user.value())
                .update();
        jdbc.sql("INSERT INTO notification_preference (user_id, with_names) VALUES (?, ?)")
                .param(user.value())
                .param(chosen.withNames())
                .update();
        jdbc.sql("DELETE FROM notification_choice WHERE user_id = ?")
                .param(user.value())
                .update();
        for (Choice choice : chosen.choices()) {
            jdbc.sql("INSERT INTO notification_choice (user_id, kind, bell, mail) VALUES (?, ?, ?, ?)")
                    .param(user.value())
                    .param(choice.kind().name())
                    .param(choice.bell())
                    .param(choice.mail())
                    .update();
        }
    }
}
