package tallyfold.azuredevops;

import java.util.List;
import java.util.regex.Pattern;
import tallyfold.provider.Verdict;

/** Tidies pasted tokens and account names. Never asks the network and never repeats a token in a refusal. */
final class CredentialReader {

    /** The token has not one of the two known lengths; formats have changed before, so that only the check decides. */
    static final String UNUSUAL_LENGTH = "UNUSUAL_LENGTH";

    private static final int OLD_LENGTH = 52;
    private static final int LENGTH = 84;
    private static final int MAX_LENGTH = 1024;
    private static final int MAX_ACCOUNT = 256;

    private static final Pattern MASK = Pattern.compile("[*\\u2022\\u25CF\\u00B7\\u2219\\u25E6\\u2024]+");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]+");

    /** Both known forms, and the base64 of either as it stands in a header. */
    private static final Pattern TOKEN_INSIDE =
            Pattern.compile("(?<![A-Za-z0-9])(?:[A-Za-z0-9]{75,76}AZDO[A-Za-z0-9]{4,5}"
                    + "|[a-z2-7]{52}|[A-Za-z0-9+/_-]{69,76}={1,2}|[A-Za-z0-9+/_-]{112,115}={0,2})(?![A-Za-z0-9])");

    private CredentialReader() {}

    static Verdict readToken(CharSequence typed) {
        String text = unquoted(SiteAddress.trim(typed.toString()));
        if (text.isEmpty()) {
            return refused("EMPTY");
        }
        if (MASK.matcher(text).matches()) {
            return refused("MASK");
        }
        if (text.chars().anyMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
            return refused("INNER_SPACE");
        }
        if (!TOKEN.matcher(text).matches()) {
            return refused("CHARACTER");
        }
        if (text.length() < OLD_LENGTH) {
            return refused("TOO_SHORT");
        }
        if (text.length() > MAX_LENGTH) {
            return refused("TOO_LONG");
        }
        boolean usual = text.length() == OLD_LENGTH || text.length() == LENGTH;
        return new Verdict.Accepted(text, usual ? List.of() : List.of(UNUSUAL_LENGTH));
    }

    static Verdict readAccount(String typed) {
        String text = SiteAddress.trim(typed);
        if (text.isEmpty()) {
            return refused("EMPTY");
        }
        if (TOKEN_INSIDE.matcher(text).find()) {
            return refused("LOOKS_LIKE_A_TOKEN");
        }
        if (text.length() > MAX_ACCOUNT) {
            return refused("TOO_LONG");
        }
        if (text.codePoints().anyMatch(CredentialReader::isControl)) {
            return refused("CONTROL");
        }
        if (text.codePoints().anyMatch(CredentialReader::isInvisible)) {
            return refused("INVISIBLE");
        }
        return new Verdict.Accepted(text, List.of());
    }

    private static String unquoted(String text) {
        if (text.length() >= 2) {
            char first = text.charAt(0);
            if ((first == '"' || first == '\'') && text.charAt(text.length() - 1) == first) {
                return SiteAddress.trim(text.substring(1, text.length() - 1));
            }
        }
        return text;
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Characters without a picture that can hide in a name or turn it around. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.PRIVATE_USE -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default ->
                codePoint == 0x034F
                        || codePoint == 0x115F
                        || codePoint == 0x1160
                        || codePoint == 0x2800
                        || codePoint == 0x3164
                        || codePoint == 0xFFA0
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    private static Verdict refused(String reason) {
        return new Verdict.Refused(reason, null);
    }
}
