package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.azuredevops.SiteAddress.Broken;
import tallyfold.azuredevops.SiteAddress.Understood;
import tallyfold.provider.Verdict;
import tools.jackson.databind.JsonNode;

class HostileInputTest {

    private static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("NEW", Fixture.NEW_TOKEN),
            Map.entry("OLD", Fixture.OLD_TOKEN),
            Map.entry("PAT84", Fixture.NEW_TOKEN),
            Map.entry("PAT52", Fixture.OLD_TOKEN),
            Map.entry("BASE64", Fixture.base64(Fixture.NEW_TOKEN)),
            Map.entry("B64_PAT84", Fixture.base64(Fixture.NEW_TOKEN)),
            Map.entry("HEADER", Fixture.base64(":" + Fixture.OLD_TOKEN)),
            Map.entry("HALF", Fixture.NEW_TOKEN.substring(0, 40)),
            Map.entry("PAT84_CUT_1", Fixture.NEW_TOKEN.substring(0, 83)),
            Map.entry("PAT84_NUL_MIDDLE", middle("\u0000")),
            Map.entry("PAT84_NL_MIDDLE", middle("\n")),
            Map.entry("PAT84_ZWSP", middle("\u200b")),
            Map.entry("PAT84_CYRILLIC", middle("\u0430")),
            Map.entry("JWT", Fixture.base64("{\"alg\":1}") + "." + Fixture.base64("{\"sub\":2}") + ".c2lnbmF0dXJl"));

    private static String middle(String odd) {
        return Fixture.NEW_TOKEN.substring(0, 40) + odd + Fixture.NEW_TOKEN.substring(40);
    }

    /** The rule by its name, or the organization. */
    private static String reading(String typed) {
        return switch (SiteAddress.read(typed)) {
            case Understood understood -> understood.organization();
            case Broken broken -> broken.rule().name();
        };
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.value();
            case Verdict.Refused refused -> refused.reason();
        };
    }

    private static List<String> notices(Verdict verdict) {
        return verdict instanceof Verdict.Accepted accepted ? accepted.notices() : List.of();
    }

    private static String cell(List<String> row, int index) {
        return row.size() > index ? row.get(index) : "";
    }

    private static void report(String what, int tried, int failed) {
        System.out.printf("%s: %d tried, %d passed%n", what, tried, tried - failed);
    }

    @Nested
    class Addresses {

        @Test
        void keepsEveryVerdictOfOurs() {
            SoftAssertions checks = new SoftAssertions();
            List<List<String>> rows = Fixture.rows("addresses.tsv");
            for (List<String> row : rows) {
                String typed = row.getFirst();
                String shown = typed.length() > 80 ? typed.substring(0, 80) : typed;
                String expected = cell(row, 1);
                checks.assertThat(reading(typed)).as(shown).isEqualTo(expected);
                Verdict verdict = AddressReader.read(typed);
                String third = cell(row, 2);
                if (verdict instanceof Verdict.Accepted) {
                    checks.assertThat(String.join(",", notices(verdict)))
                            .as(shown)
                            .isEqualTo(third);
                } else if (verdict instanceof Verdict.Refused refused && !third.isEmpty()) {
                    checks.assertThat(refused.suggestion()).as(shown).isEqualTo(third.equals("-") ? null : third);
                }
            }
            report("hostile site URLs", rows.size(), checks.errorsCollected().size());
            checks.assertAll();
        }

        @Test
        void keepsEveryVerdictOfTheSharedCollection() {
            SoftAssertions checks = new SoftAssertions();
            List<JsonNode> cases = SharedCorpus.section("siteUrls");
            for (JsonNode each : cases) {
                String typed = each.path("input").asString();
                String id = each.path("id").asString();
                Verdict verdict = AddressReader.read(typed);
                if (each.path("verdict").asString().equals("accept")) {
                    checks.assertThat(outcome(verdict))
                            .as(id)
                            .isEqualTo(each.path("organization").asString());
                    checks.assertThat(notices(verdict))
                            .as(id)
                            .isEqualTo(each.path("notices")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList());
                } else {
                    checks.assertThat(verdict).as(id).isInstanceOf(Verdict.Refused.class);
                    checks.assertThat(reading(typed))
                            .as(id)
                            .isEqualTo(each.path("reason").asString());
                    if (each.has("suggestion") && verdict instanceof Verdict.Refused refused) {
                        checks.assertThat(refused.suggestion())
                                .as(id)
                                .isEqualTo(each.path("suggestion").asString());
                    }
                }
            }
            report(
                    "shared hostile site URLs",
                    cases.size(),
                    checks.errorsCollected().size());
            checks.assertAll();
        }

        @Test
        void givesServersOfTheirOwnAReasonOfTheirOwn() {
            for (String typed : List.of(
                    "https://tfs.contoso.local/tfs/DefaultCollection",
                    "http://tfs:8080/tfs/DefaultCollection",
                    "https://azuredevops.contoso.com/DefaultCollection",
                    "https://server/tfs/Shop",
                    "http://server:8080/tfs",
                    "server:8080/tfs/DefaultCollection",
                    "tfs2018.contoso.com")) {
                assertThat(outcome(AddressReader.read(typed))).as(typed).isEqualTo("ON_PREMISES_SERVER");
            }
        }

        @Test
        void givesSovereignCloudsAReasonOfTheirOwn() {
            assertThat(outcome(AddressReader.read("https://dev.azure.us/contoso")))
                    .isEqualTo("SOVEREIGN_CLOUD");
            assertThat(outcome(AddressReader.read("https://contoso.visualstudio.cn")))
                    .isEqualTo("SOVEREIGN_CLOUD");
        }

        @Test
        void neverTakesTheVendorsOwnHostForAServer() {
            assertThat(outcome(AddressReader.read("http://dev.azure.com/tfs/DefaultCollection")))
                    .isEqualTo("SCHEME");
            assertThat(outcome(AddressReader.read("https://evil.example/fabrikam")))
                    .isEqualTo("HOST_NOT_ALLOWED");
        }

        @Test
        void readsAnyTextWithoutAnException() {
            java.util.Random random = new java.util.Random(11);
            String pieces = "https://dev.azure.com/contoso.visualstudio.com:443@#?%20\\..//[]<>\u0000\u0435 \t";
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int part = random.nextInt(6); part >= 0; part--) {
                    int start = random.nextInt(pieces.length());
                    text.append(pieces, start, Math.min(pieces.length(), start + 1 + random.nextInt(24)));
                }
                if (AddressReader.read(text.toString()) instanceof Verdict.Accepted accepted) {
                    assertThat(SiteAddress.isOrganization(accepted.value()))
                            .as(text.toString())
                            .isTrue();
                }
            }
        }
    }

    @Nested
    class Credentials {

        @Test
        void keepsEveryVerdictOfOurs() {
            SoftAssertions checks = new SoftAssertions();
            List<List<String>> rows = Fixture.rows("credentials.tsv");
            for (List<String> row : rows) {
                String typed = Fixture.withTokens(row.get(1), TOKENS);
                Verdict verdict = row.getFirst().equals("token")
                        ? CredentialReader.readToken(typed)
                        : CredentialReader.readAccount(typed);
                checks.assertThat(outcome(verdict))
                        .as(row.toString()
                                .substring(0, Math.min(80, row.toString().length())))
                        .isEqualTo(Fixture.withTokens(row.get(2), TOKENS));
                checks.assertThat(String.join(",", notices(verdict))).isEqualTo(cell(row, 3));
            }
            report(
                    "hostile accounts and tokens",
                    rows.size(),
                    checks.errorsCollected().size());
            checks.assertAll();
        }

        @Test
        void keepsEveryVerdictOfTheSharedCollection() {
            SoftAssertions checks = new SoftAssertions();
            List<JsonNode> accounts = SharedCorpus.section("accounts");
            List<JsonNode> tokens = SharedCorpus.section("tokens");
            for (JsonNode each : accounts) {
                check(checks, each, CredentialReader.readAccount(input(each)));
            }
            for (JsonNode each : tokens) {
                check(checks, each, CredentialReader.readToken(input(each)));
            }
            report(
                    "shared hostile accounts and tokens",
                    accounts.size() + tokens.size(),
                    checks.errorsCollected().size());
            checks.assertAll();
        }

        private static String input(JsonNode each) {
            return Fixture.withTokens(each.path("input").asString(), TOKENS);
        }

        private static void check(SoftAssertions checks, JsonNode each, Verdict verdict) {
            String expected = each.path("verdict").asString().equals("accept")
                    ? Fixture.withTokens(each.path("normalised").asString(), TOKENS)
                    : each.path("reason").asString();
            checks.assertThat(outcome(verdict)).as(each.path("id").asString()).isEqualTo(expected);
        }
    }
}
