package tallyfold.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "6234567, 6.2 MB",
        "252000000000, 252 GB",
        "9000000000000000, 9000 TB"
    })
    void saysThemInTheLargestUnit(long bytes, String words) {
        assertThat(Bytes.words(bytes)).isEqualTo(words);
    }

    @Test
    void writesThemInTheLanguageOfTheTextsWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Bytes.words(1_500)).isEqualTo("1.5 kB");
        } finally {
            Locale.setDefault(before);
        }
    }
}
