package tallyfold.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMaskTest {

    /** Put together here, so that no scanner of secrets takes the test for a leak. */
    private static final String TOKEN = "a1B2".repeat(19) + "AZ" + "DO" + "x9Yz";

    private static final String OLD_TOKEN = "abcdefg2".repeat(6) + "hij7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "token=%s",
                "{\"token\":\"%s\"}",
                "https://dev.azure.com/fabrikam?pat=%s&x=1",
                "java.io.IOException: bad header: %s",
                "one\n%s\ntwo"
            })
    void hidesTokensOfBothShapes(String around) {
        assertThat(TokenMask.mask(around.formatted(TOKEN)))
                .doesNotContain(TOKEN)
                .contains("[hidden]");
        assertThat(TokenMask.mask(around.formatted(OLD_TOKEN)))
                .doesNotContain(OLD_TOKEN)
                .contains("[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic %s",
                "authorization:Basic %s",
                "AUTHORIZATION=Bearer %s",
                "Proxy-Authorization: Basic %s",
                "\"Authorization\":\"Basic %s\"",
                "{Authorization=[Basic %s]}",
                "header Basic %s was refused",
                "Bearer %s"
            })
    void hidesCredentialsInHeaders(String around) {
        String credentials =
                Base64.getEncoder().encodeToString((":" + TOKEN.substring(0, 40)).getBytes(StandardCharsets.UTF_8));

        assertThat(TokenMask.mask(around.formatted(credentials)))
                .doesNotContain(credentials.substring(0, credentials.length() - 3))
                .contains("[hidden]");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "Basic process, 12 items; key 0f3a99c1 from /home/x/keys/master.key;"
                + " sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

        assertThat(TokenMask.mask(text)).isEqualTo(text);
    }

    @Test
    void isNotSlowedByHostileText() {
        String text = "authorization:" + " ".repeat(20_000) + "a".repeat(20_000) + "AZ" + "DO";

        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        java.time.Duration.ofSeconds(5), () -> TokenMask.mask(text)))
                .isNotEmpty();
    }
}
