package tallyfold.azuredevops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Project;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;

/**
 * Pages through the projects. Our continuation is the service's with a page number in front, by which a service that
 * leads in circles is found out.
 */
final class ProjectPages {

    static final String CONTINUATION = "x-ms-continuationtoken";

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 1000;
    private static final int LONGEST_TOKEN = 2048;

    private final CoreApi core;
    private final AzureDevOpsMapper mapper;

    ProjectPages(CoreApi core, AzureDevOpsMapper mapper) {
        this.core = core;
        this.mapper = mapper;
    }

    /** Sends the one request of a page. */
    ResponseEntity<Listing<Project>> ask(@Nullable String continuation) {
        return core.projects(PAGE, continuation == null ? null : token(continuation));
    }

    /**
     * Reads a page.
     *
     * @throws ProviderException when the service repeats a page's token or never ends
     */
    RemotePage<RemoteProject> read(@Nullable String continuation, ResponseEntity<Listing<Project>> answer) {
        Listing<Project> body = answer.getBody();
        List<RemoteProject> projects = body == null
                ? List.of()
                : body.present()
                        .flatMap(project -> mapper.project(project).stream())
                        .distinct()
                        .toList();
        String next = answer.getHeaders().getFirst(CONTINUATION);
        if (next == null || next.isBlank()) {
            return new RemotePage<>(projects, null);
        }
        int page = continuation == null ? 1 : page(continuation) + 1;
        boolean circle = continuation != null && next.equals(token(continuation));
        if (circle || page > MOST_PAGES || next.length() > LONGEST_TOKEN) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
        }
        return new RemotePage<>(projects, page + ":" + next);
    }

    private static int page(String continuation) {
        return Integer.parseInt(continuation.substring(0, continuation.indexOf(':')));
    }

    private static String token(String continuation) {
        return continuation.substring(continuation.indexOf(':') + 1);
    }
}
