package tallyfold.workitem;

/** What became of a wish to map a field. */
public sealed interface FieldMappingResult {

    /** Kept; {@code reading} says whether all items of the links concerned are read anew now, because the field is new. */
    record Saved(FieldMapping mapping, boolean reading) implements FieldMappingResult {}

    /** Nothing was changed; {@code words} say why and what to do. */
    record Refused(Part part, String words) implements FieldMappingResult {}

    /** Somebody else changed the mapping meanwhile, or took it away; nothing was changed. */
    record Outdated() implements FieldMappingResult {}

    /** Where a refusal is shown. */
    enum Part {
        TYPE,
        FIELD,
        TARGET,
        COLUMN,
        RULES
    }
}
