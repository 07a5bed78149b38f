package tallyfold.provider;

import java.util.List;

/** The long texts of a work item, as its source system has them now: unchecked, to be cleaned before anybody sees them. */
public record RemoteItemText(List<Part> parts) {

    /** What a text is about. */
    public enum Kind {
        DESCRIPTION,
        ACCEPTANCE_CRITERIA,
        REPRO_STEPS
    }

    /** How it is written. */
    public enum Format {
        HTML,
        MARKDOWN
    }

    /** One text, never blank. */
    public record Part(Kind kind, Format format, String content) {}

    public RemoteItemText {
        parts = List.copyOf(parts);
    }
}
