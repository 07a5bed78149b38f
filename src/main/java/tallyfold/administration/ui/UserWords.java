package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.security.ChangeUserResult;
import tallyfold.security.UserRow;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Users in words. */
final class UserWords {

    private UserWords() {}

    static String status(UserRow row) {
        return Texts.of(
                switch (row.status()) {
                    case INVITED -> "administration.status-invited";
                    case ACTIVE -> "administration.status-active";
                    case DISABLED -> "administration.status-disabled";
                });
    }

    static Component statusWord(UserRow row, Clock clock) {
        String word = status(row);
        String link = row.singleSignOn() ? Texts.of("administration.single-sign-on") : link(row.linkExpires(), clock);
        return switch (row.status()) {
            case INVITED -> new StatusWord(Symbol.MAIL, word, StatusWord.Tone.INFO, link);
            case ACTIVE -> new StatusWord(Symbol.SUCCESS, word, StatusWord.Tone.GOOD, link);
            case DISABLED -> new StatusWord(Symbol.SKIPPED, word, StatusWord.Tone.QUIET, link);
        };
    }

    private static @Nullable String link(@Nullable Instant expires, Clock clock) {
        if (expires == null) {
            return null;
        }
        return Texts.of(
                expires.isAfter(clock.instant()) ? "administration.link-until" : "administration.link-expired",
                Times.minute(expires));
    }

    static String lastSignIn(UserRow row, Clock clock) {
        Instant last = row.lastSignIn();
        return last == null ? Texts.of("administration.user-never") : Times.recent(last, clock);
    }

    /** Why something was not done, and what to do; empty when it was. */
    static String refusal(ChangeUserResult result) {
        return switch (result) {
            case ChangeUserResult.Changed _ -> "";
            case ChangeUserResult.Gone _ -> Texts.of("administration.gone");
            case ChangeUserResult.Outdated _ -> Texts.of("administration.outdated");
            case ChangeUserResult.LastAdministrator _ -> Texts.of("administration.last-administrator");
            case ChangeUserResult.OwnAccount _ -> Texts.of("administration.own-account");
            case ChangeUserResult.NoInvitation _ -> Texts.of("administration.no-invitation");
            case ChangeUserResult.InUse _ -> Texts.of("administration.in-use");
            case ChangeUserResult.DisplayNameUnusable _ -> Texts.of("administration.user-name-unusable");
            case ChangeUserResult.EmailUnusable _ -> Texts.of("administration.user-email-unusable");
        };
    }
}
