package tallyfold.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.security.internal.PasswordPolicy.Weakness;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @Test
    void refusesElevenCharactersAndTakesTwelve() {
        assertThat(policy.weakness("kestrel-41x", "anna")).hasValue(Weakness.TOO_SHORT);
        assertThat(policy.weakness("kestrel-41xy", "anna")).isEmpty();
    }

    @Test
    void countsCharactersNotUtf16Units() {
        assertThat(policy.weakness("😀😁😂😃😄😅", "anna")).hasValue(Weakness.TOO_SHORT);
        assertThat(policy.weakness("ä".repeat(200) + "ö".repeat(56), "anna")).isEmpty();
    }

    @Test
    void refusesMoreThan256Characters() {
        assertThat(policy.weakness("ab".repeat(128), "anna")).isEmpty();
        assertThat(policy.weakness("ab".repeat(128) + "c", "anna")).hasValue(Weakness.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PassWord1234",
                "QWERTYUIOP123",
                "correct horse battery staple",
                "aaaaaaaaaaaaaaaa"
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
