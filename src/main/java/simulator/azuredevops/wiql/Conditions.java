package simulator.azuredevops.wiql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.Times;
import simulator.azuredevops.wiql.WiqlSchema.Field;
import simulator.azuredevops.wiql.WiqlSchema.Kind;

/** Turns conditions into predicates once, so that a million rows can be held against them. */
public final class Conditions {

    private final WiqlSchema schema;
    private final boolean timePrecision;

    /** @param timePrecision whether date literals may have a time of day */
    public Conditions(WiqlSchema schema, boolean timePrecision) {
        this.schema = schema;
        this.timePrecision = timePrecision;
    }

    public Predicate<WiqlRow> compile(Wiql.@Nullable Condition condition) {
        return switch (condition) {
            case null -> _ -> true;
            case Wiql.And(List<Wiql.Condition> parts) -> {
                List<Predicate<WiqlRow>> all = parts.stream().map(this::compile).toList();
                yield row -> all.stream().allMatch(part -> part.test(row));
            }
            case Wiql.Or(List<Wiql.Condition> parts) -> {
                List<Predicate<WiqlRow>> all = parts.stream().map(this::compile).toList();
                yield row -> all.stream().anyMatch(part -> part.test(row));
            }
            case Wiql.Not(Wiql.Condition part) -> compile(part).negate();
            case Wiql.Compare compare -> {
                Predicate<WiqlRow> test = compare(compare);
                yield compare.ever() ? row -> row.history().stream().anyMatch(test) : test;
            }
        };
    }

    /** The field of that name; refused when there is none. */
    public Field field(String name) {
        Field field = schema.field(name);
        if (field == null) {
            throw new WiqlException("TF51005: The query references a field that does not exist. The error is caused by"
                    + " \u00ab[" + name + "]\u00bb.");
        }
        return field;
    }

    private Predicate<WiqlRow> compare(Wiql.Compare compare) {
        Field field = field(compare.field());
        String operator = compare.operator();
        if (operator.startsWith("NOT ")) {
            Wiql.Compare positive =
                    new Wiql.Compare(compare.side(), compare.field(), operator.substring(4), compare.operands(), false);
            return compare(positive).negate();
        }
        if (operator.equals("EMPTY")) {
            return row -> row.value(field.reference()) == null;
        }
        if (operator.equals("IN")
                && field.kind() == Kind.NUMBER
                && compare.operands().stream().noneMatch(Wiql.FieldOperand.class::isInstance)) {
            Set<Double> wanted = new HashSet<>();
            compare.operands().forEach(operand -> wanted.add(number(field, text(field, operand))));
            return row -> row.value(field.reference()) instanceof Number left && wanted.contains(left.doubleValue());
        }
        if (operator.equals("IN")) {
            List<Predicate<WiqlRow>> any = new ArrayList<>();
            compare.operands().forEach(operand -> any.add(single(field, "=", operand)));
            return row -> any.stream().anyMatch(one -> one.test(row));
        }
        return single(field, operator, compare.operands().getFirst());
    }

    private Predicate<WiqlRow> single(Field field, String operator, Wiql.Operand operand) {
        String reference = field.reference();
        if (operand instanceof Wiql.FieldOperand(String other)) {
            String otherReference = field(other).reference();
            return row -> {
                Object right = row.value(otherReference);
                return right == null
                        ? operator.equals("=") && row.value(reference) == null
                        : test(field, operator, right.toString()).test(row.value(reference));
            };
        }
        Predicate<@Nullable Object> test = test(field, operator, text(field, operand));
        return row -> test.test(row.value(reference));
    }

    /** The text an operand stands for; dates in ISO form. */
    private String text(Field field, Wiql.Operand operand) {
        return switch (operand) {
            case Wiql.Literal literal -> literal.text();
            case Wiql.Macro macro -> text(field, macro);
            case Wiql.FieldOperand _ -> throw new IllegalArgumentException("a field has no text of its own");
        };
    }

    private String text(Field field, Wiql.Macro macro) {
        LocalDate today = LocalDate.ofInstant(schema.now(), ZoneOffset.UTC);
        int offset = macro.offset();
        LocalDate day = switch (macro.name()) {
            case "today", "startofday" -> today.plusDays(offset);
            case "startofweek" ->
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).plusWeeks(offset);
            case "startofmonth" -> today.withDayOfMonth(1).plusMonths(offset);
            case "startofyear" -> today.withDayOfYear(1).plusYears(offset);
            default -> null;
        };
        if (day != null) {
            return day.toString();
        }
        String value = schema.macro(macro.name());
        if (value == null) {
            throw new WiqlException(
                    "TF51010: The macro @" + macro.name() + " of " + field.name() + " has no value here.");
        }
        return value;
    }

    private Predicate<@Nullable Object> test(Field field, String operator, String text) {
        if (text.isEmpty() && (operator.equals("=") || operator.equals("<>"))) {
            return operator.equals("=") ? value -> value == null : value -> value != null;
        }
        return switch (field.kind()) {
            case NUMBER -> numeric(field, operator, text);
            case DATE -> date(field, operator, text);
            case AREA_PATH, ITERATION_PATH -> path(field, operator, text);
            case PERSON -> person(field, operator, text);
            case TAGS -> tags(field, operator, text);
            case BOOLEAN, TEXT, LONG_TEXT -> words(field, operator, text);
        };
    }

    private static Predicate<@Nullable Object> numeric(Field field, String operator, String text) {
        double right = number(field, text);
        return value -> value instanceof Number left
                ? ordered(field, operator, Double.compare(left.doubleValue(), right))
                : operator.equals("<>");
    }

    private static double number(Field field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw mismatch(field, text);
        }
    }

    private Predicate<@Nullable Object> date(Field field, String operator, String text) {
        Instant right = Times.parse(text);
        if (right == null) {
            throw mismatch(field, text);
        }
        if (!timePrecision && text.trim().length() > 10) {
            throw new WiqlException("TF51009: You cannot supply a time with the date when running a query using date"
                    + " precision. The error is caused by \u00ab'" + text + "'\u00bb.");
        }
        return value -> {
            if (!(value instanceof Instant left)) {
                return operator.equals("<>");
            }
            Instant held = timePrecision ? left : left.truncatedTo(ChronoUnit.DAYS);
            return ordered(field, operator, held.compareTo(right));
        };
    }

    private Predicate<@Nullable Object> path(Field field, String operator, String text) {
        String wanted = text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
        if (!operator.startsWith("CONTAINS") && !schema.pathExists(field.kind(), wanted)) {
            throw new WiqlException("TF51011: The specified "
                    + (field.kind() == Kind.AREA_PATH ? "area" : "iteration")
                    + " path does not exist. The error is caused by \u00ab'" + text + "'\u00bb.");
        }
        if (operator.equals("UNDER")) {
            String below = wanted.toLowerCase(Locale.ROOT) + "\\";
            return value -> value != null
                    && (value.toString().equalsIgnoreCase(wanted)
                            || value.toString().toLowerCase(Locale.ROOT).startsWith(below));
        }
        return words(field, operator, wanted);
    }

    private Predicate<@Nullable Object> person(Field field, String operator, String text) {
        return switch (operator) {
            case "=" -> value -> value != null && schema.samePerson(value, text);
            case "<>" -> value -> value == null || !schema.samePerson(value, text);
            default -> words(field, operator, text);
        };
    }

    private static Predicate<@Nullable Object> tags(Field field, String operator, String text) {
        if (!operator.equals("CONTAINS")) {
            return words(field, operator, text);
        }
        return value -> value != null
                && Arrays.stream(value.toString().split(";"))
                        .anyMatch(tag -> tag.trim().equalsIgnoreCase(text));
    }

    private static Predicate<@Nullable Object> words(Field field, String operator, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "CONTAINS" -> value -> value != null && lower(value).contains(lower);
            case "CONTAINS WORDS" -> {
                List<String> wanted = Arrays.asList(lower.split("\\s+"));
                yield value -> value != null
                        && Arrays.asList(lower(value).split("\\W+")).containsAll(wanted);
            }
            case "UNDER" -> throw mismatch(field, text);
            default ->
                value -> value == null
                        ? operator.equals("<>")
                        : ordered(field, operator, lower(value).compareTo(lower));
        };
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean ordered(Field field, String operator, int comparison) {
        return switch (operator) {
            case "=" -> comparison == 0;
            case "<>" -> comparison != 0;
            case "<" -> comparison < 0;
            case ">" -> comparison > 0;
            case "<=" -> comparison <= 0;
            case ">=" -> comparison >= 0;
            default ->
                throw new WiqlException(
                        "TF51007: The operator " + operator + " cannot be used with the field " + field.name() + ".");
        };
    }

    private static WiqlException mismatch(Field field, String text) {
        return new WiqlException("TF51008: The value '" + text + "' does not fit the field " + field.name() + ".");
    }
}
