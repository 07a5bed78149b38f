package simulator.azuredevops;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The tokens of an organization. */
final class Tokens {

    private final List<SimToken> tokens = new CopyOnWriteArrayList<>();

    SimToken add(SimToken token) {
        tokens.add(token);
        return token;
    }

    List<SimToken> all() {
        return List.copyOf(tokens);
    }

    @Nullable
    SimToken find(String text) {
        for (SimToken token : tokens) {
            if (token.text().equals(text)) {
                return token;
            }
        }
        return null;
    }
}
