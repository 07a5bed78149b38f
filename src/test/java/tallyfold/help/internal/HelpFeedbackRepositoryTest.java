package tallyfold.help.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.help.HelpVotes;
import tallyfold.support.Databases;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class HelpFeedbackRepositoryTest {

    private final Databases database;

    HelpFeedbackRepositoryTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsVotesAndKeepsRemarks() {
        HelpFeedbackRepository feedback = new HelpFeedbackRepository(database.jdbc(), Clock.systemUTC());
        feedback.add("import-projects", true, "", "anna");
        feedback.add("import-projects", true, "", "ben");
        feedback.add("import-projects", false, "'; DROP TABLE help_feedback; --", "cleo");
        feedback.add("sign-in", false, "", "cleo");

        assertThat(feedback.votes())
                .containsExactly(
                        new HelpVotes("import-projects", 2, 1, List.of("'; DROP TABLE help_feedback; --")),
                        new HelpVotes("sign-in", 0, 1, List.of()));
    }
}
