package tallyfold.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a secret: unseen at a terminal, else the first line, in UTF-8, of what is piped in. Never an argument, which others can see. */
final class SecretInput {

    private SecretInput() {}

    /** Empty when there is none. */
    // JDK 22 to 24 gave a console without a terminal too; JDK 25 gives none then.
    @SuppressWarnings("SystemConsoleNull")
    static String read(String prompt) {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s ", prompt);
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
