package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A scan that finds nothing proves something only if it would have found something. */
class LeakScanTest {

    private static final String TOKEN = "Kd83hGs7".repeat(9) + "JqAZDOx1y2Z3";

    @Test
    void knowsFourteenDisguises() {
        assertThat(new LeakScan(TOKEN).encodings()).isEqualTo(14);
    }

    @Test
    void findsTheTokenAsItIsAndInAHeader() {
        LeakScan scan = new LeakScan(TOKEN);
        scan.look("log", "before " + TOKEN + " after");
        scan.look(
                "header",
                "Authorization: Basic "
                        + Base64.getEncoder().encodeToString((":" + TOKEN).getBytes(StandardCharsets.UTF_8)));
        assertThat(scan.findings()).contains("log (raw)", "header (base64 of :token)");
    }

    @Test
    void findsTheTokenAsUtf16() {
        LeakScan scan = new LeakScan(TOKEN);
        scan.look("database", ("x" + TOKEN).getBytes(StandardCharsets.UTF_16LE));
        assertThat(scan.findings()).contains("database (UTF-16LE)");
    }

    @Test
    void findsNothingInOtherText() {
        LeakScan scan = new LeakScan(TOKEN);
        scan.look("log", "nothing to see here");
        assertThat(scan.findings()).isEmpty();
    }
}
