package simulator.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest extends SimulatorCase {

    @ParameterizedTest
    @CsvSource({
        "vso.project, /dev.azure.com/acme/_apis/projects?api-version=7.1",
        "vso.project, /dev.azure.com/acme/_apis/projects/Apollo?api-version=7.1",
        "vso.project, /dev.azure.com/acme/_apis/projects/Apollo/teams?api-version=7.1",
        "vso.project, /dev.azure.com/acme/_apis/teams?api-version=7.1-preview.3",
        "vso.work, /dev.azure.com/acme/_apis/process/processes?api-version=7.1",
        "vso.work, /dev.azure.com/acme/_apis/work/processes?api-version=7.1",
        "vso.work, /dev.azure.com/acme/_apis/wit/workitemrelationtypes?api-version=7.1",
        "vso.work, /dev.azure.com/acme/Apollo/_apis/wit/workitemtypes?api-version=7.1",
        "vso.work, /dev.azure.com/acme/Apollo/_apis/wit/classificationnodes?api-version=7.1",
        "vso.work, /dev.azure.com/acme/Apollo/_apis/work/teamsettings?api-version=7.1",
        "vso.work, /dev.azure.com/acme/_apis/wit/reporting/workitemrevisions?api-version=7.1",
        "vso.work, /dev.azure.com/acme/_apis/wit/reporting/workitemlinks?api-version=7.1",
        "vso.work, /dev.azure.com/acme/Apollo/_apis/wit/recyclebin?api-version=7.1",
        "vso.work, /dev.azure.com/acme/Apollo/_apis/wit/queries?api-version=7.1",
        "vso.graph, /vssps.dev.azure.com/acme/_apis/graph/users?api-version=7.1-preview.1",
        "vso.graph, /vssps.dev.azure.com/acme/_apis/graph/groups?api-version=7.1-preview.1",
        "vso.identity, /vssps.dev.azure.com/acme/_apis/identities?filterValue=ada&api-version=7.1",
    })
    void opensWithItsScopeAndWithNoOther(String scope, String path) {
        SimToken only = acme.issueToken(TokenSpec.reading(ada).withScopes(scope));
        SimToken others = acme.issueToken(TokenSpec.reading(ada).without(scope));
        assertThat(as(only).get(path).status()).isEqualTo(200);
        assertThat(as(others).get(path).status()).isEqualTo(401);
    }

    @Test
    void writeScopesIncludeReading() {
        assertThat(Scopes.allow(Set.of("vso.work_write"), Set.of("vso.work"))).isTrue();
        assertThat(Scopes.allow(Set.of("vso.work_full"), Set.of("vso.work"))).isTrue();
        assertThat(Scopes.allow(Set.of("vso.project_manage"), Set.of("vso.project")))
                .isTrue();
        assertThat(Scopes.allow(Set.of("app_token"), Set.of("vso.graph"))).isTrue();
        assertThat(Scopes.allow(Set.of("vso.work"), Set.of("vso.work_write"))).isFalse();
        assertThat(Scopes.allow(Set.of("vso.workx"), Set.of("vso.work"))).isFalse();
    }

    @Test
    void profileScopeOpensProjectsAsWell() {
        SimToken profile = acme.issueToken(TokenSpec.reading(ada).withScopes("vso.profile"));
        assertThat(as(profile)
                        .get("/dev.azure.com/acme/_apis/projects?api-version=7.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokensHaveTheFormOfTheService() {
        assertThat(token.text()).hasSize(84).matches("[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{18}AZDO[A-Za-z0-9]{4}");
        assertThat(token.toString()).doesNotContain(token.text());
    }
}
