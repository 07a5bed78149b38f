package tallyfold.sync.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemoteWorkItem;

/** An item made like another one but for what is said. */
public final class ItemCopy {

    private final RemoteWorkItem like;
    private final int rev;
    private String project;
    private String type;
    private String state;
    private String area;
    private String iteration;
    private @Nullable Long parent;
    private @Nullable Instant stateChanged;

    ItemCopy(RemoteWorkItem like, int rev) {
        this.like = like;
        this.rev = rev;
        this.project = like.projectName();
        this.type = like.type();
        this.state = like.state();
        this.area = like.areaPath();
        this.iteration = like.iterationPath();
        this.parent = like.parentId();
        this.stateChanged = like.stateChanged();
    }

    /** In another project, where areas and iterations are called the same below the root. */
    ItemCopy project(String name) {
        iteration = name + iteration.substring(project.length());
        area = name + area.substring(project.length());
        project = name;
        return this;
    }

    ItemCopy type(String name) {
        type = name;
        return this;
    }

    ItemCopy state(String name, @Nullable Instant since) {
        state = name;
        stateChanged = since;
        return this;
    }

    /** In an iteration right below the root. */
    ItemCopy iteration(String name) {
        iteration = project + '\\' + name;
        return this;
    }

    ItemCopy parent(@Nullable Long id) {
        parent = id;
        return this;
    }

    RemoteWorkItem made() {
        return new RemoteWorkItem(
                like.id(),
                rev,
                project,
                type,
                like.title(),
                state,
                like.assignee(),
                area,
                iteration,
                parent,
                like.rank(),
                like.priority(),
                like.effort(),
                like.originalEstimate(),
                like.remainingWork(),
                like.completedWork(),
                like.startDate(),
                like.targetDate(),
                like.dueDate(),
                like.tags(),
                like.created(),
                like.changed(),
                like.activated(),
                like.resolved(),
                like.closed(),
                stateChanged,
                like.webAddress(),
                like.more(),
                like.warnings());
    }
}
