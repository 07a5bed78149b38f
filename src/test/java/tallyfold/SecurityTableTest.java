package tallyfold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/security.md to what there is: every requirement has a line, and every line a test, a file, or a gap. */
class SecurityTableTest {

    private static final Path DOCUMENT = Path.of("docs", "security.md");

    private static final Pattern LINE =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+)(\\*?) \\| (.+) \\| (.+) \\| (.*)\\|$", Pattern.MULTILINE);

    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    /** Those of level 2 that concern a product like this one; the ones of level 3 have a star. */
    private static final Set<String> REQUIREMENTS =
            Pattern.compile("\\s+").splitAsStream("""
            1.2.4 1.2.10* 1.3.6 1.5.2 1.5.3* 2.2.1 2.2.2 2.2.3 2.3.3 2.4.1
            3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8* 3.5.1 3.7.2
            6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.11 6.2.12
            6.3.1 6.3.2 6.3.3 6.3.4 6.3.8* 6.4.1 6.4.2
            7.1.1 7.1.2 7.1.3 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.6.1 7.6.2
            8.1.1 8.1.2 8.2.1 8.2.2 8.2.3 8.3.1 8.3.2* 8.3.3* 10.1.2 10.2.1 10.5.1 10.5.2 10.5.3 10.5.4
            11.1.1 11.1.2 11.2.1 11.2.2 11.2.3 11.2.5* 11.3.1 11.3.2 11.3.3 11.3.4* 11.4.2 11.4.4 11.5.1 11.7.2*
            12.1.1 12.1.2 12.2.1 12.3.1 12.3.2
            13.1.1 13.1.2* 13.1.3* 13.1.4* 13.2.2 13.2.3 13.2.4 13.2.5 13.2.6* 13.3.1 13.3.2 13.3.4*
            13.4.1 13.4.2 13.4.3 13.4.4 13.4.5 14.1.1 14.1.2 14.2.1 14.2.2 14.2.4 14.2.6* 14.3.1 14.3.2 14.3.3
            15.1.1 15.1.2 15.1.3 15.2.1 15.2.2 15.2.3 15.3.1 15.3.2 15.3.3 15.3.4 15.4.1* 15.4.2* 15.4.3*
            16.1.1 16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.5.1 16.5.2 16.5.3
            """.strip()).collect(Collectors.toUnmodifiableSet());

    record Row(String number, String does, String shownBy) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher lines = LINE.matcher(Files.readString(DOCUMENT));
        while (lines.find()) {
            rows.add(new Row(lines.group(1) + lines.group(2), lines.group(4), lines.group(5)));
        }
        return rows;
    }

    @Test
    void hasEveryRequirementOnce() throws IOException {
        assertThat(rows())
                .extracting(Row::number)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(REQUIREMENTS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesTestsAndFilesThatExistOrAGap(Row row) throws IOException {
        List<String> named = NAMED.matcher(row.shownBy())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(named).allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
        assertThat(!named.isEmpty() || row.does().contains("Gap: "))
                .as("a test, a file or a gap for %s", row.number())
                .isTrue();
    }

    @Test
    void knowsWhatDoesNotExist() throws IOException {
        assertThat(exists("NoSuchThingTest")).isFalse();
        assertThat(exists("docs/no-such-guide.md")).isFalse();
    }

    private static boolean exists(String name) throws IOException {
        if (name.contains("/")) {
            return Files.isRegularFile(Path.of(name));
        }
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            return sources.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }
}
