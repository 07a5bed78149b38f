package tallyfold.connection;

import java.util.Locale;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;

/** What a person enters about a connection; refusals are told by field. */
public enum ConnectionField {
    ADDRESS,
    ACCOUNT,
    TOKEN,
    NAME,
    TOKEN_EXPIRES;

    /** The sentence for a refusal of this field; a reason without words of its own gets a general one. */
    public String words(Verdict.Refused refused) {
        String prefix = "connection.refused." + name().toLowerCase(Locale.ROOT) + ".";
        String key = prefix + refused.reason();
        return Texts.of(Texts.has(key) ? key : prefix + "OTHER");
    }
}
