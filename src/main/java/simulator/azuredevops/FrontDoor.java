package simulator.azuredevops;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.Headers;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.http.WireRequest;

/** From a request to the endpoint that answers it: organization, caller, route, scope, version, standard headers. */
final class FrontDoor {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> HOSTS = Set.of(Route.CORE, Route.ACCOUNTS);

    private final Map<String, Organization> organizations;
    private final List<Route> routes = Routes.all();
    private final Clock clock;
    private final Random random;
    private final UUID deployment;

    FrontDoor(Map<String, Organization> organizations, Clock clock, long seed) {
        this.clock = clock;
        this.organizations = organizations;
        this.random = new Random(seed);
        this.deployment = id();
    }

    WireAnswer answer(WireRequest request) {
        List<String> segments = request.segments();
        if (segments.size() < 2 || !HOSTS.contains(segments.getFirst())) {
            return standard(request, Refusals.unknownRoute(request.path()), null);
        }
        Organization organization = organizations.get(segments.get(1).toLowerCase(Locale.ROOT));
        if (organization == null) {
            return standard(request, Refusals.unknownOrganization(), null);
        }
        try {
            return inside(request, segments, organization, organizations.values());
        } catch (Refused refusal) {
            return standard(request, refusal.answer(), null);
        }
    }

    private WireAnswer inside(
            WireRequest request, List<String> segments, Organization organization, Collection<Organization> all) {
        String stopped = organization.policy().stopReason();
        if (stopped != null) {
            throw new Refused(Refusals.stopped(organization.name(), stopped));
        }
        Gatekeeper.Caller caller = Gatekeeper.admit(request, organization, all);
        if (request.path().indexOf(':') >= 0) {
            throw new Refused(Refusals.colonInPath());
        }
        try {
            return standard(
                    request, organization.read(() -> routed(request, segments, organization, caller)), caller.user());
        } catch (Refused refusal) {
            // a missing scope is refused before the caller is known to the resource: no x-vss-userdata then
            SimUser known = refusal.answer().status() == 401 ? null : caller.user();
            return standard(request, refusal.answer(), known);
        }
    }

    private WireAnswer routed(
            WireRequest request, List<String> segments, Organization organization, Gatekeeper.Caller caller) {
        int apis = indexOfApis(segments);
        if (apis < 0) {
            throw new Refused(Refusals.unknownRoute(request.path()));
        }
        List<String> before = segments.subList(2, apis);
        List<String> after = segments.subList(apis + 1, segments.size());
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> places = route.match(segments.getFirst(), before.size(), after);
            if (places != null && route.method().equals(request.method())) {
                return served(route, places, request, before, organization, caller);
            }
            known |= places != null;
        }
        if (!known) {
            throw new Refused(Refusals.unknownRoute(request.path()));
        }
        throw new Refused(writing(request, after, organization, caller));
    }

    /** A change of something this simulator only reads: refused for want of scope, or as not to be done here. */
    private static WireAnswer writing(
            WireRequest request, List<String> after, Organization organization, Gatekeeper.Caller caller) {
        SimToken token = caller.token();
        if (token == null) {
            return Gatekeeper.stranger(request, organization);
        }
        boolean work =
                after.getFirst().equalsIgnoreCase("wit") || after.getFirst().equalsIgnoreCase("work");
        String needed = work ? "vso.work_write" : "vso.project_write";
        return Scopes.allow(token.scopes(), Set.of(needed))
                ? Refusals.methodNotAllowed(request.method())
                : Refusals.emptyUnauthorized();
    }

    private static WireAnswer served(
            Route route,
            Map<String, String> places,
            WireRequest request,
            List<String> before,
            Organization organization,
            Gatekeeper.Caller caller) {
        SimToken token = caller.token();
        if (token == null && !route.anonymous()) {
            throw new Refused(Gatekeeper.stranger(request, organization));
        }
        if (token != null && !Scopes.allow(token.scopes(), route.scopes())) {
            throw new Refused(Refusals.emptyUnauthorized());
        }
        String version = ApiVersion.serve(request, route.preview());
        Call outer = new Call(organization, request, caller.user(), places, null, null, version);
        if (before.isEmpty()) {
            return route.endpoint().answer(outer);
        }
        SimProject project = outer.findProject(before.getFirst());
        SimTeam team = before.size() < 2
                ? null
                : project.team(before.get(1)).orElseThrow(() -> new Refused(Refusals.unknownTeam(before.get(1))));
        return route.endpoint().answer(new Call(organization, request, caller.user(), places, project, team, version));
    }

    private static int indexOfApis(List<String> segments) {
        for (int i = 2; i < segments.size(); i++) {
            if (segments.get(i).equalsIgnoreCase("_apis")) {
                return i;
            }
        }
        return -1;
    }

    /** Adds the headers nearly every answer carries (reference section 3.2). */
    private WireAnswer standard(WireRequest request, WireAnswer answer, @Nullable SimUser user) {
        String activity = id().toString();
        String session = request.headers().get("X-TFS-Session");
        Headers headers = answer.headers().copy();
        List<String> pairs = new ArrayList<>(List.of(
                "Cache-Control", "no-cache",
                "Pragma", "no-cache",
                "Expires", "-1",
                "P3P",
                        "CP=\"CAO DSP COR ADMa DEV CONo TELo CUR PSA PSD TAI IVDo OUR SAMi BUS DEM NAV STA UNI COM INT\"",
                "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "SAMEORIGIN",
                "X-TFS-ProcessId", deployment.toString(),
                "X-TFS-Session", session == null ? activity : session,
                "ActivityId", activity,
                "X-VSS-E2EID", activity,
                "X-VSS-SenderDeploymentId", deployment.toString(),
                "Vary", "Accept-Encoding",
                "Date", HTTP_DATE.format(clock.instant())));
        for (int i = 0; i < pairs.size(); i += 2) {
            headers.set(pairs.get(i), pairs.get(i + 1));
        }
        if (user != null) {
            headers.set("X-VSS-UserData", user.id() + ":" + user.mail());
        }
        return new WireAnswer(answer.status(), headers, answer.body(), answer.delivery());
    }

    private UUID id() {
        synchronized (random) {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
