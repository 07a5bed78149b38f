package simulator.azuredevops;

import java.util.List;
import java.util.stream.Stream;

/** Every endpoint there is (reference section 5). */
final class Routes {

    private Routes() {}

    static List<Route> all() {
        return Stream.of(
                        ConnectionEndpoints.routes(),
                        ProjectEndpoints.routes(),
                        ProcessEndpoints.routes(),
                        TeamEndpoints.routes(),
                        TeamSettingsEndpoints.routes(),
                        NodeEndpoints.routes(),
                        TypeEndpoints.routes(),
                        FieldEndpoints.routes(),
                        WiqlEndpoints.routes(),
                        WorkItemEndpoints.routes(),
                        RevisionEndpoints.routes(),
                        RecycleBinEndpoints.routes(),
                        ReportingEndpoints.routes(),
                        QueryEndpoints.routes(),
                        GraphEndpoints.routes(),
                        MembershipEndpoints.routes(),
                        IdentityEndpoints.routes())
                .flatMap(List::stream)
                .toList();
    }
}
