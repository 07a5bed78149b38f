package tallyfold.azuredevops;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.Effort;
import tallyfold.azuredevops.http.ExchangeFailure;
import tallyfold.azuredevops.http.ExchangeRecorder;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Diagnosed.Outcome;
import tallyfold.provider.ProviderFailure;
import tallyfold.uikit.Texts;

/** Asks the questions of a diagnosis one after another, numbers them, and tells what came of each; a failure ends nothing. */
final class DiagnosisQuestions {

    /** How many there are. */
    static final int ALL = 34;

    private final ApiConnection connection;
    private final ExchangeRecorder recorder;
    private final Diagnosed.Listener listener;
    private int number;

    DiagnosisQuestions(ApiConnection connection, ExchangeRecorder recorder, Diagnosed.Listener listener) {
        this.connection = connection;
        this.recorder = recorder;
        this.listener = listener;
    }

    /** Asks about what an earlier answer held; null for nothing. */
    <A, T> @Nullable T with(
            @Nullable A given,
            String name,
            String otherwise,
            Function<A, @Nullable T> question,
            Function<T, String> words) {
        if (given == null) {
            skip(name, otherwise);
            return null;
        }
        return ask(name, () -> question.apply(given), words);
    }

    <T> @Nullable T ask(String name, Supplier<@Nullable T> question, Function<T, String> understood) {
        try {
            T answer = connection.ask(Effort.PERSON_WAITS, question);
            tell(name, Outcome.ANSWERED, understood.apply(answer));
            return answer;
        } catch (ExchangeFailure failure) {
            ProviderFailure reason = failure.failure();
            tell(
                    name,
                    Outcome.FAILED,
                    reason.detail().isEmpty() ? reason.code() : reason.code() + ", " + reason.detail());
            return null;
        }
    }

    void skip(String name, String why) {
        tell(name, Outcome.SKIPPED, Texts.of("azuredevops.diagnosis." + why));
    }

    private void tell(String name, Outcome outcome, String understood) {
        number++;
        listener.onDiagnosed(new Diagnosed(
                number, ALL, Texts.of("azuredevops.diagnosis." + name), outcome, recorder.take(), understood));
    }

    /** Those that are left, all for one reason. */
    void skipRest(String why) {
        while (number < ALL) {
            skip("rest", why);
        }
    }

    static String counted(String what, long count) {
        return count + " " + what;
    }

    static long size(@Nullable Listing<?> listing) {
        return listing == null ? 0 : listing.present().count();
    }

    static <T> @Nullable T first(Stream<@Nullable T> stream) {
        return stream.filter(Objects::nonNull).findFirst().orElse(null);
    }

    static String known(@Nullable String id) {
        return Objects.requireNonNull(id);
    }
}
