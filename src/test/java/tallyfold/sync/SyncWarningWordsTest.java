package tallyfold.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.uikit.Texts;

class SyncWarningWordsTest {

    private static final Pattern EMITTED =
            Pattern.compile("new SyncWarning\\(\\s*[^,]+,\\s*\"([A-Z_]+)\"", Pattern.DOTALL);

    @Test
    void hasWordsForEveryCodeTheEngineEmits() throws IOException {
        Set<String> emitted = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/tallyfold/sync/internal"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher found = EMITTED.matcher(Files.readString(source));
                while (found.find()) {
                    emitted.add(found.group(1));
                }
            }
        }

        assertThat(emitted)
                .contains("ITEM_UNREADABLE", "ELEMENT_UNREADABLE", "REMOVAL_REFUSED")
                .hasSizeGreaterThanOrEqualTo(8)
                .allMatch(code -> Texts.has("sync.warning." + code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ITEM_UNREADABLE",
                "ITEM_NOT_DELIVERED",
                "ITEM_ODD",
                "STATE_UNKNOWN",
                "ITEM_NOT_STORABLE",
                "ITEM_REWRITTEN"
            })
    void namesTheItemWithoutGroupingItsDigits(String code) {
        assertThat(SyncWarningWords.of(new SyncWarning(12_345L, code, "UNEXPECTED_ANSWER.MALFORMED")))
                .startsWith("Work item 12345 ")
                .doesNotContain("{");
    }

    @Test
    void saysWhyAPartCouldNotBeReadAndWhatToDo() {
        assertThat(SyncWarningWords.of(new SyncWarning(null, "ELEMENT_UNREADABLE", "NOT_FOUND.ELEMENT")))
                .isEqualTo("A part of this link could not be read, so nothing was taken out of it. A linked team, area,"
                        + " iteration, work item or query does not exist any more, or the token may not see it. Look for"
                        + " it in Azure DevOps; restore it there, give the owner of the token access to it, or take it"
                        + " out of the link.");
    }

    @Test
    void saysHowManyWereNotTakenOut() {
        assertThat(SyncWarningWords.of(new SyncWarning(null, "REMOVAL_REFUSED", "29 of 100")))
                .startsWith("Azure DevOps no longer gives 29 of 100 work items");
    }

    @Test
    void hasWordsForACodeOfALaterRelease() {
        assertThat(SyncWarningWords.of(new SyncWarning(null, "NEVER_HEARD", "x")))
                .contains("NEVER_HEARD");
    }
}
