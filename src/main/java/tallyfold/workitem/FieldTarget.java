package tallyfold.workitem;

import tallyfold.uikit.Texts;

/** What a mapped field becomes. */
public enum FieldTarget {
    /** A column of work items, under a name of its own. */
    COLUMN,
    PROJECT_NAME,
    PROJECT_MANAGER,
    PROJECT_DESCRIPTION,
    PROJECT_START,
    PROJECT_FINISH,
    PROJECT_PROGRESS,
    PROJECT_STAGE,
    PROJECT_OVERALL_STATUS;

    /** Whether it is one of the project's own fields, which only a link to exactly one work item can fill. */
    public boolean ofProject() {
        return this != COLUMN;
    }

    /** The words people read. */
    public String label() {
        return Texts.of("workitem.mapping.target." + name());
    }
}
