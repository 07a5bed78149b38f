package simulator.azuredevops.wiql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. */
final class WiqlLexer {

    enum Kind {
        WORD,
        FIELD,
        TEXT,
        NUMBER,
        MACRO,
        SYMBOL,
        END
    }

    record Token(Kind kind, String text, int at) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
        }
    }

    private final String query;
    private int at;

    private WiqlLexer(String query) {
        this.query = query;
    }

    static List<Token> tokens(String query) {
        WiqlLexer lexer = new WiqlLexer(query);
        List<Token> tokens = new ArrayList<>();
        Token token = lexer.next();
        while (token.kind() != Kind.END) {
            tokens.add(token);
            token = lexer.next();
        }
        tokens.add(token);
        return tokens;
    }

    private Token next() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        if (at >= query.length()) {
            return new Token(Kind.END, "", at);
        }
        int from = at;
        char c = query.charAt(at);
        if (c == '[') {
            int end = query.indexOf(']', at);
            if (end < 0) {
                throw wrong(from);
            }
            at = end + 1;
            return new Token(Kind.FIELD, query.substring(from + 1, end).trim(), from);
        }
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        boolean negative = c == '-' && at + 1 < query.length() && Character.isDigit(query.charAt(at + 1));
        if (negative || Character.isDigit(c)) {
            at++;
            while (at < query.length() && (Character.isDigit(query.charAt(at)) || query.charAt(at) == '.')) {
                at++;
            }
            return new Token(Kind.NUMBER, query.substring(from, at), from);
        }
        if (c == '@' || Character.isLetter(c) || c == '_') {
            at++;
            while (at < query.length() && wordPart(query.charAt(at))) {
                at++;
            }
            return c == '@'
                    ? new Token(Kind.MACRO, query.substring(from + 1, at), from)
                    : new Token(Kind.WORD, query.substring(from, at), from);
        }
        for (String symbol : List.of("<>", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", "+", "-")) {
            if (query.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Kind.SYMBOL, symbol, from);
            }
        }
        throw wrong(from);
    }

    private Token quoted(char quote) {
        int from = at++;
        StringBuilder text = new StringBuilder();
        while (at < query.length()) {
            char c = query.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < query.length() && query.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                return new Token(Kind.TEXT, text.toString(), from);
            }
        }
        throw wrong(from);
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private WiqlException wrong(int from) {
        return new WiqlException("TF51006: The query statement contains a syntax error near position " + from + ".");
    }
}
