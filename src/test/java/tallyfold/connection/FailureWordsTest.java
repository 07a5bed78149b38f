package tallyfold.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.NotFound;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.ScopeMissing;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.Unreachable;

class FailureWordsTest {

    private static List<ProviderFailure> everyFailure() {
        List<ProviderFailure> all = new ArrayList<>();
        Arrays.stream(TokenRejected.Rejection.values()).map(TokenRejected::new).forEach(all::add);
        all.add(new ScopeMissing("Graph: read"));
        Arrays.stream(PolicyBlocked.Policy.values()).map(PolicyBlocked::new).forEach(all::add);
        Arrays.stream(NotFound.What.values()).map(NotFound::new).forEach(all::add);
        all.add(new Throttled(Duration.ofSeconds(30)));
        Arrays.stream(Unreachable.Obstacle.values())
                .map(reason -> new Unreachable(reason, "dev.azure.com"))
                .forEach(all::add);
        Arrays.stream(UnexpectedAnswer.Oddity.values())
                .map(reason -> new UnexpectedAnswer(reason, 418))
                .forEach(all::add);
        return all;
    }

    @Test
    void knowsEveryKindOfFailure() {
        assertThat(everyFailure())
                .extracting(Object::getClass)
                .containsAll(Arrays.asList(ProviderFailure.class.getPermittedSubclasses()));
        assertThat(everyFailure())
                .allSatisfy(failure -> assertThat(FailureWords.of(failure).id())
                        .matches("TF-CONN-\\d\\d")
                        .isNotEqualTo("TF-CONN-99"));
    }

    @Test
    void tellsEveryFailureApartByIdSentenceAndNextStep() {
        List<FailureText> texts = everyFailure().stream().map(FailureWords::of).toList();

        assertThat(texts).extracting(FailureText::id).doesNotHaveDuplicates();
        assertThat(texts).extracting(FailureText::what).doesNotHaveDuplicates();
        assertThat(texts).extracting(FailureText::helpAnchor).doesNotHaveDuplicates();
        List<FailureText> forPeople = everyFailure().stream()
                .filter(failure -> !(failure instanceof UnexpectedAnswer))
                .map(FailureWords::of)
                .toList();
        assertThat(forPeople).extracting(FailureText::next).doesNotHaveDuplicates();
    }

    @Test
    void namesTheMissingPermissionInWhatAndNext() {
        FailureText text = FailureWords.of(new ScopeMissing("Identity: read"));

        assertThat(text.what()).isEqualTo("The token lacks the permission Identity: read.");
        assertThat(text.next()).contains("tick Identity: read");
    }

    @Test
    void doesWithoutAHostThatIsNotKnown() {
        for (Unreachable.Obstacle reason : Unreachable.Obstacle.values()) {
            FailureText text = FailureWords.of(new Unreachable(reason, null));
            assertThat(text.what()).doesNotContain("  ").doesNotContain("null").doesNotContain(" .");
        }
        assertThat(FailureWords.of(new Throttled(null)).what()).doesNotContain("seconds");
    }

    @Test
    void hasWordsForACodeOfALaterRelease() {
        assertThat(FailureWords.of("NEVER.HEARD", "x").id()).isEqualTo("TF-CONN-99");
    }

    @Test
    void saysTheSameForAStoredFailure() {
        for (ProviderFailure failure : everyFailure()) {
            assertThat(FailureWords.of(failure.code(), failure.detail())).isEqualTo(FailureWords.of(failure));
        }
    }
}
