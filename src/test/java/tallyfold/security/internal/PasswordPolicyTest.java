package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.security.internal.PasswordPolicy.Weakness;

class PasswordPolicyTest {

    private static final String LONG = "nobody guesses these words ".repeat(10);

    private final PasswordPolicy policy = new PasswordPolicy();

    @Test
    void refusesElevenCharactersAndTakesTwelve() {
        assertThat(policy.weakness("kestrel-41x", "anna")).hasValue(Weakness.TOO_SHORT);
        assertThat(policy.weakness("kestrel-41xy", "anna")).isEmpty();
    }

    @Test
    void countsCharactersNotUtf16Units() {
        assertThat(policy.weakness("😀😁😂😃😄😅", "anna")).hasValue(Weakness.TOO_SHORT);
        assertThat(policy.weakness("Grüße aus dem Örtchen " + "ö".repeat(234), "anna"))
                .isEmpty();
    }

    @Test
    void refusesMoreThan256Characters() {
        assertThat(policy.weakness(LONG.substring(0, 256), "anna")).isEmpty();
        assertThat(policy.weakness(LONG.substring(0, 257), "anna")).hasValue(Weakness.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PassWord1234",
                "QWERTYUIOP123",
                "correct horse battery staple",
                "aaaaaaaaaaaaaaaa",
                "iloveyou1234",
                "letmeinletmein",
                "charlie12345",
                "azertyuiop12",
                "1q2w3e4r5t6y",
                "administrator"
            })
    void refusesWhatAttackersTryFirst(String password) {
        assertThat(policy.weakness(password, "anna")).hasValue(Weakness.WELL_KNOWN);
    }

    @Test
    void refusesTheUserNameInAnyCase() {
        assertThat(policy.weakness("Anna@Contoso.com", "anna@contoso.com")).hasValue(Weakness.USER_NAME);
    }

    @Test
    void asksForNoMixtureOfCharacters() {
        assertThat(policy.weakness("four lowercase words here", "anna")).isEmpty();
    }
}
