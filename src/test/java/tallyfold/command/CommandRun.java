package tallyfold.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import tallyfold.command.log.ConsoleFilter;

/** One command run inside the test's process. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        // The usage of this machine's default port is none of the test's business.
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--server.address=127.0.0.1", "--spring.main.register-shutdown-hook=false"))
                .toArray(String[]::new);
        try {
            int exitCode =
                    Commands.run(SmallApplication.class, all, new PrintWriter(out, true), new PrintWriter(err, true));
            return new CommandRun(exitCode, out.toString(), err.toString());
        } finally {
            ConsoleFilter.enter(ConsoleFilter.Phase.UNGOVERNED);
        }
    }
}
