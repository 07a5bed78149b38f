package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AES-256 test cases 13 to 16 of the GCM specification (McGrew and Viega). */
class AesGcmTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String ZERO_KEY = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String KEY = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
    private static final String PLAIN =
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                    + "b16aedf5aa0de657ba637b39";
    private static final String CIPHER =
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                    + "c5f61e6393ba7a0abcc9f662";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "13, Z, 000000000000000000000000, '', '', '', 530f8afbc74536b9a963b4f1c4cb738b",
                "14, Z, 000000000000000000000000, '', 00000000000000000000000000000000,"
                        + " cea7403d4d606b6e074ec5d3baf39d18, d0d1c8a799996bf0265b98b5d48ab919",
                "15, K, cafebabefacedbaddecaf888, '', P1aafd255, C898015ad, b094dac5d93471bdec1a502270e3cc6c",
                "16, K, cafebabefacedbaddecaf888, feedfacedeadbeeffeedfacedeadbeefabaddad2, P, C,"
                        + " 76fc6ece0f4e1768cddf8853bb2d551b",
            })
    void agreesWithThePublishedVectors(
            int testCase, String key, String iv, String associated, String plain, String cipher, String tag)
            throws AEADBadTagException {
        byte[] keyBytes = HEX.parseHex(key.equals("Z") ? ZERO_KEY : KEY);
        byte[] plainBytes = HEX.parseHex(plain.replace("P", PLAIN));
        byte[] expected = HEX.parseHex(cipher.replace("C", CIPHER) + tag);
        byte[] ivBytes = HEX.parseHex(iv);
        byte[] associatedBytes = HEX.parseHex(associated);

        assertThat(AesGcm.seal(keyBytes, ivBytes, associatedBytes, plainBytes))
                .as("case %d", testCase)
                .isEqualTo(expected);
        assertThat(AesGcm.open(keyBytes, ivBytes, associatedBytes, expected)).isEqualTo(plainBytes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"associated data", "ciphertext", "tag", "iv", "key"})
    void refusesAChange(String what) {
        byte[] key = HEX.parseHex(KEY);
        byte[] iv = HEX.parseHex("cafebabefacedbaddecaf888");
        byte[] associated = HEX.parseHex("feedface");
        byte[] sealed = AesGcm.seal(key, iv, associated, HEX.parseHex(PLAIN));
        switch (what) {
            case "associated data" -> associated[0] ^= 1;
            case "ciphertext" -> sealed[0] ^= 1;
            case "tag" -> sealed[sealed.length - 1] ^= 1;
            case "iv" -> iv[0] ^= 1;
            default -> key[0] ^= 1;
        }

        assertThatThrownBy(() -> AesGcm.open(key, iv, associated, sealed)).isInstanceOf(AEADBadTagException.class);
    }
}
