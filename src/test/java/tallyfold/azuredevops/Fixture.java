package tallyfold.azuredevops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads our files of hostile inputs and makes tokens, so that no text of their shape is stored anywhere. */
public final class Fixture {

    private static final Pattern REPEATED = Pattern.compile("\\{(.|\\\\s)\\*([0-9]+)}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([trn\\\\]))");
    private static final Random RANDOM = new Random(7);

    public static final String NEW_TOKEN = letters(76, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
            + "AZDO"
            + letters(4, "abcdefgh1234");
    public static final String OLD_TOKEN = letters(52, "abcdefghijklmnopqrstuvwxyz234567");

    private Fixture() {}

    /** The cells of each line that is no remark, with what they stand for. */
    public static List<List<String>> rows(String file) {
        try (InputStream source = Objects.requireNonNull(Fixture.class.getResourceAsStream("/hostile/" + file))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(Fixture::meant)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts in the tokens a text names. */
    public static String withTokens(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace('{' + name.getKey() + '}', name.getValue());
        }
        return filled;
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String meant(String cell) {
        Matcher repeated = REPEATED.matcher(cell);
        String grown = repeated.replaceAll(match -> Matcher.quoteReplacement(
                (match.group(1).equals("\\s") ? " " : match.group(1)).repeat(Integer.parseInt(match.group(2)))));
        return ESCAPE.matcher(grown)
                .replaceAll(match -> Matcher.quoteReplacement(escaped(match.group(1), match.group(2))));
    }

    private static String escaped(@org.jspecify.annotations.Nullable String hex, String letter) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (letter) {
            case "t" -> "\t";
            case "r" -> "\r";
            case "n" -> "\n";
            default -> letter;
        };
    }

    private static String letters(int count, String alphabet) {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(count, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }
}
