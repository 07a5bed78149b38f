package simulator.azuredevops.wiql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.wiql.Wiql.Condition;
import simulator.azuredevops.wiql.Wiql.Operand;
import simulator.azuredevops.wiql.Wiql.Side;
import simulator.azuredevops.wiql.WiqlLexer.Kind;
import simulator.azuredevops.wiql.WiqlLexer.Token;

/**
 * Reads queries by recursive descent.
 *
 * <p>{@code SELECT fields FROM WorkItems|WorkItemLinks [WHERE condition] [ORDER BY fields] [MODE (mode)] [ASOF date]}
 */
public final class WiqlParser {

    private static final int LONGEST = 32_000;
    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private WiqlParser(String query) {
        this.tokens = WiqlLexer.tokens(query);
    }

    public static Wiql parse(String query) {
        if (query.length() > LONGEST) {
            throw new WiqlException("VS402338: The query text exceeds the limit of " + LONGEST + " characters.");
        }
        return new WiqlParser(query).query();
    }

    private Wiql query() {
        expect("SELECT");
        List<String> columns = new ArrayList<>();
        do {
            columns.add(fieldName());
        } while (accept(","));
        expect("FROM");
        boolean links = accept("WorkItemLinks");
        if (!links) {
            expect("WorkItems");
        }
        Condition where = accept("WHERE") ? or() : null;
        List<Wiql.Sort> order = new ArrayList<>();
        if (accept("ORDER")) {
            expect("BY");
            do {
                String field = (links ? sided() : new Sided(Side.NONE, fieldName())).field();
                boolean descending = accept("DESC");
                if (!descending) {
                    accept("ASC");
                }
                order.add(new Wiql.Sort(field, descending));
            } while (accept(","));
        }
        String asOf = null;
        Wiql.Mode mode = Wiql.Mode.MUST_CONTAIN;
        while (peek().kind() != Kind.END) {
            if (accept("MODE")) {
                mode = mode();
            } else {
                expect("ASOF");
                asOf = literal();
            }
        }
        return new Wiql(links, List.copyOf(columns), where, List.copyOf(order), mode, asOf);
    }

    private Wiql.Mode mode() {
        expect("(");
        Wiql.Mode mode = switch (next().text().toLowerCase(Locale.ROOT)) {
            case "mustcontain" -> Wiql.Mode.MUST_CONTAIN;
            case "maycontain" -> Wiql.Mode.MAY_CONTAIN;
            case "doesnotcontain" -> Wiql.Mode.DOES_NOT_CONTAIN;
            case "recursive" -> Wiql.Mode.RECURSIVE;
            default -> throw wrong();
        };
        while (accept(",")) {
            next();
        }
        expect(")");
        return mode;
    }

    private Condition or() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (accept("OR") || accept("||"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Wiql.Or(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(not());
        } while (accept("AND"));
        return parts.size() == 1 ? parts.getFirst() : new Wiql.And(parts);
    }

    private Condition not() {
        if (accept("NOT")) {
            if (++depth > DEEPEST) {
                throw wrong();
            }
            Condition part = new Wiql.Not(not());
            depth--;
            return part;
        }
        if (peek().is("(")) {
            next();
            Condition inner = or();
            expect(")");
            return inner;
        }
        boolean ever = accept("EVER");
        boolean wrapped = ever && accept("(");
        Condition compare = compare(ever);
        if (wrapped) {
            expect(")");
        }
        return compare;
    }

    private record Sided(Side side, String field) {}

    private Sided sided() {
        String first = fieldName();
        if ((first.equalsIgnoreCase("Source") || first.equalsIgnoreCase("Target")) && accept(".")) {
            return new Sided(first.equalsIgnoreCase("Source") ? Side.SOURCE : Side.TARGET, fieldName());
        }
        return new Sided(Side.NONE, first);
    }

    private Condition compare(boolean ever) {
        Sided left = sided();
        String operator = operator();
        boolean everOperator = ever;
        if (operator.equals("EVER")) {
            operator = "=";
            everOperator = true;
        }
        List<Operand> operands = new ArrayList<>();
        if (operator.endsWith("IN")) {
            expect("(");
            do {
                operands.add(operand());
            } while (accept(","));
            expect(")");
        } else if (!operator.endsWith("EMPTY")) {
            operands.add(operand());
        }
        return new Wiql.Compare(left.side(), left.field(), operator, List.copyOf(operands), everOperator);
    }

    private String operator() {
        Token token = next();
        String word = token.text().toUpperCase(Locale.ROOT);
        if (token.kind() == Kind.SYMBOL
                && List.of("=", "<>", "<", ">", "<=", ">=").contains(word)) {
            return word;
        }
        return switch (word) {
            case "IN", "UNDER", "EVER" -> word;
            case "CONTAINS" -> accept("WORDS") ? "CONTAINS WORDS" : word;
            case "NOT" -> "NOT " + operator();
            case "IS" -> {
                String negation = accept("NOT") ? "NOT " : "";
                expect("EMPTY");
                yield negation + "EMPTY";
            }
            default -> throw wrong(token);
        };
    }

    private Operand operand() {
        Token token = next();
        return switch (token.kind()) {
            case TEXT, NUMBER -> new Wiql.Literal(token.text());
            case FIELD -> new Wiql.FieldOperand(token.text());
            case MACRO -> macro(token.text());
            case WORD -> {
                if (token.is("true") || token.is("false")) {
                    yield new Wiql.Literal(token.text());
                }
                throw wrong(token);
            }
            default -> throw wrong(token);
        };
    }

    private Operand macro(String name) {
        if (accept("(")) {
            next();
            expect(")");
        }
        int offset = 0;
        while (peek().is("+") || peek().is("-")) {
            int sign = next().is("+") ? 1 : -1;
            offset += sign * number(next());
        }
        if (peek().kind() == Kind.NUMBER && peek().text().startsWith("-")) {
            offset += number(next());
        }
        return new Wiql.Macro(name.toLowerCase(Locale.ROOT), offset);
    }

    private int number(Token token) {
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException e) {
            throw wrong(token);
        }
    }

    private String literal() {
        Token token = next();
        if (token.kind() != Kind.TEXT) {
            throw wrong(token);
        }
        return token.text();
    }

    private String fieldName() {
        Token token = next();
        if (token.kind() != Kind.FIELD && token.kind() != Kind.WORD) {
            throw wrong(token);
        }
        return token.text();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.END) {
            throw wrong(token);
        }
        at++;
        return token;
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new WiqlException(
                    "TF51006: The query statement is missing " + word + " near position " + peek().at() + ".");
        }
    }

    private WiqlException wrong() {
        return wrong(peek());
    }

    private static WiqlException wrong(@Nullable Token token) {
        String text = token == null ? "" : token.text();
        return new WiqlException("TF51006: The query statement contains a syntax error. The error is caused by \u00ab"
                + text + "\u00bb.");
    }
}
