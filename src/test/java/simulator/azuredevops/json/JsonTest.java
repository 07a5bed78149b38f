package simulator.azuredevops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void writesWhatItReads() {
        String text =
                "{\"a\":[1,-2,3.5,true,false,null,{}],\"b\":\"x\\\"\\\\\\n\\u0001\u00fc\u6771\ud83d\ude80\",\"c\":[]}";
        assertThat(JsonWriter.text(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void writesLoneSurrogatesAsReplacement() {
        assertThat(JsonWriter.text("a\ud800b")).isEqualTo("\"a\ufffdb\"");
    }

    @Test
    void dropsTrailingZerosOfTimes() {
        assertThat(JsonWriter.text(Instant.parse("2026-03-31T18:36:26.230Z"))).isEqualTo("\"2026-03-31T18:36:26.23Z\"");
        assertThat(JsonWriter.text(Instant.parse("2026-03-31T18:36:26Z"))).isEqualTo("\"2026-03-31T18:36:26Z\"");
        assertThat(JsonWriter.text(Times.OPEN_END)).isEqualTo("\"9999-01-01T00:00:00Z\"");
    }

    @Test
    void readsEscapesAndNumbers() {
        assertThat(JsonReader.read("\"\\u00fc\\/\\t\"")).isEqualTo("ü/\t");
        assertThat(JsonReader.read("[1,1.5,1e3]")).isEqualTo(List.of(1L, 1.5, 1000.0));
        assertThat(JsonReader.readObject("\uFEFF {\"n\": null}"))
                .containsKey("n")
                .containsValue(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\"}", "01", "tru", "\"open", "\"\\x\"", "1 2", "{a:1}", "\"\n\""})
    void refusesWhatIsNotJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read("[".repeat(5000)));
    }

    @Test
    void readsTimesWithAndWithoutZone() {
        List<String> same =
                Arrays.asList("2026-01-02", "2026-01-02T00:00:00", "2026-01-02T00:00:00Z", "2026-01-02T01:00:00+01:00");
        assertThat(same.stream().map(Times::parse)).containsOnly(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(Times.parse("yesterday")).isNull();
    }
}
