package tallyfold.administration.ui;

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
import tallyfold.uikit.Texts;

/** Every action that is written down anywhere has words, and a kind to find it by. */
class AuditActionsTest {

    private static final Path SOURCES = Path.of("src/main/java/tallyfold");

    /** A name with one dot in it: passed on to whoever writes it down, or written down here. */
    private static final Pattern ACTION =
            Pattern.compile("(?<!Texts\\.of\\()(?<!\\w\\()\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"|"
                    + "(?:record|done|refused|saved|event)\\(\\s*\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    @Test
    void everyActionHasWordsAndAKind() throws IOException {
        Set<String> actions = actions();
        assertThat(actions)
                .contains("user.signed-in", "user.invited", "connection.token-replaced", "project.imported")
                .hasSizeGreaterThan(40);
        assertThat(actions).allSatisfy(action -> {
            assertThat(Texts.has("audit.action." + action))
                    .as("audit.action." + action)
                    .isTrue();
            assertThat(AuditWords.GROUPS).contains(action.substring(0, action.indexOf('.')));
        });
        assertThat(AuditWords.GROUPS)
                .allSatisfy(group -> assertThat(AuditWords.group(group)).isNotBlank());
    }

    @Test
    void findsActionsByTheWordsPeopleRead() {
        assertThat(AuditWords.actionsWith(" INVITED ")).containsExactly("user.invited");
        assertThat(AuditWords.actionsWith("invitation"))
                .contains("user.invitation-accepted", "user.invitation-deleted");
        assertThat(AuditWords.actionsWith("no such words")).isEmpty();
        assertThat(AuditWords.actionsWith(" ")).isEmpty();
    }

    @Test
    void showsTheCodeOfAnActionThatNobodyKnows() {
        assertThat(AuditWords.action("moon.landed")).isEqualTo("moon.landed");
    }

    private static Set<String> actions() throws IOException {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                boolean writes = source.contains("AuditLog")
                        || source.contains("AuditEvent")
                        || source.contains("ConnectionTrail");
                Matcher matcher = ACTION.matcher(source);
                while (matcher.find()) {
                    String passedOn = matcher.group(1);
                    if (passedOn == null) {
                        actions.add(matcher.group(2));
                    } else if (!Texts.has(passedOn) && (writes || hasKind(passedOn))) {
                        actions.add(passedOn);
                    }
                }
            }
        }
        return actions;
    }

    private static boolean hasKind(String action) {
        return AuditWords.GROUPS.contains(action.substring(0, action.indexOf('.')));
    }
}
