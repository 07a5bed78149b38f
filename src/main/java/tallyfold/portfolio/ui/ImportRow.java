package tallyfold.portfolio.ui;

import org.jspecify.annotations.Nullable;
import tallyfold.project.ImportCandidate;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportStatus;
import tallyfold.project.Project;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** One line of the import list: a remote project and what the user wants to become of it. */
final class ImportRow {

    private final ImportCandidate candidate;
    private String name;
    private @Nullable Project target;
    private @Nullable String process;
    private @Nullable String refusal;

    ImportRow(ImportCandidate candidate) {
        this.candidate = candidate;
        this.name = candidate.proposedName();
        this.target = candidate.status() == ImportStatus.LINK ? candidate.match() : null;
        this.process = candidate.remote().process();
    }

    RemoteProjectId id() {
        return candidate.remote().id();
    }

    RemoteProject remote() {
        return candidate.remote();
    }

    /** The status as things stand: choosing "Create new" makes a Link row a New one, and back. */
    ImportStatus status() {
        if (candidate.status() == ImportStatus.ALREADY_LINKED) {
            return ImportStatus.ALREADY_LINKED;
        }
        return target == null ? ImportStatus.NEW : ImportStatus.LINK;
    }

    boolean selectable() {
        return candidate.status() != ImportStatus.ALREADY_LINKED;
    }

    /** Whether a project of the same name is there, so that linking is offered at all. */
    boolean offersTargets() {
        return candidate.status() == ImportStatus.LINK;
    }

    /** The existing project this one was found to match. */
    @Nullable
    Project match() {
        return candidate.match();
    }

    @Nullable
    Project target() {
        return target;
    }

    void linkTo(@Nullable Project chosen) {
        target = chosen;
        refusal = null;
    }

    String name() {
        return name;
    }

    void rename(String typed) {
        name = typed;
        refusal = null;
    }

    boolean renamed() {
        return !name.equals(candidate.proposedName());
    }

    /** What the project is, or will be, called here. */
    String nameInTallyfold() {
        if (target != null) {
            return target.name();
        }
        Project match = candidate.match();
        return candidate.status() == ImportStatus.ALREADY_LINKED && match != null ? match.name() : name;
    }

    @Nullable
    String process() {
        return process;
    }

    void foundProcess(String found) {
        process = found;
    }

    /** Why the server refused this row as it stands; null once it was changed. */
    @Nullable
    String refusal() {
        return refusal;
    }

    void refused(String reason) {
        refusal = reason;
    }

    ImportChoice choice() {
        Project chosen = target;
        return new ImportChoice(
                id(),
                remote().name(),
                chosen == null ? null : chosen.id(),
                nameInTallyfold().strip());
    }
}
