package simulator.azuredevops.wiql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query.
 *
 * @param links whether it asks for links instead of work items
 * @param columns fields of the SELECT clause
 * @param mode of a link query
 * @param asOf literal of the ASOF clause
 */
public record Wiql(
        boolean links,
        List<String> columns,
        @Nullable Condition where,
        List<Sort> order,
        Mode mode,
        @Nullable String asOf) {

    /** Which items of a link query come back. */
    public enum Mode {
        MUST_CONTAIN,
        MAY_CONTAIN,
        DOES_NOT_CONTAIN,
        RECURSIVE
    }

    /** Which end of a link a condition is about; NONE in queries for items. */
    public enum Side {
        NONE,
        SOURCE,
        TARGET
    }

    /** A sort column. */
    public record Sort(String field, boolean descending) {}

    /** A condition on a row or a link. */
    public sealed interface Condition {}

    public record And(List<Condition> parts) implements Condition {}

    public record Or(List<Condition> parts) implements Condition {}

    public record Not(Condition part) implements Condition {}

    /** A comparison; {@code ever} asks every revision. */
    public record Compare(Side side, String field, String operator, List<Operand> operands, boolean ever)
            implements Condition {}

    /** What a field is compared with. */
    public sealed interface Operand {}

    public record Literal(String text) implements Operand {}

    public record Macro(String name, int offset) implements Operand {}

    public record FieldOperand(String field) implements Operand {}
}
