package simulator.azuredevops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses an organization writes into its answers. */
record Addresses(String core, String accounts) {

    static Addresses of(Organization organization) {
        String name = organization.name();
        return organization.policy().legacyAddresses()
                ? new Addresses("https://" + name + ".visualstudio.com", "https://" + name + ".vssps.visualstudio.com")
                : new Addresses("https://dev.azure.com/" + name, "https://vssps.dev.azure.com/" + name);
    }

    String api(String path) {
        return core + "/_apis/" + path;
    }

    String api(SimProject project, String path) {
        return core + "/" + project.id() + "/_apis/" + path;
    }

    String api(SimTeam team, String path) {
        return core + "/" + team.project().id() + "/" + team.id() + "/_apis/" + path;
    }

    String web(SimProject project) {
        return core + "/" + encode(project.name());
    }

    String graph(String path) {
        return accounts + "/_apis/" + path;
    }

    static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
