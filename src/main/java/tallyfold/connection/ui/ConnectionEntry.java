package tallyfold.connection.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a connection hold, as typed. The token is no part of it: it is read once for each attempt and never
 * bound. Public because the binder makes the record.
 *
 * @param tokenExpires null when not entered
 */
public record ConnectionEntry(
        String address,
        String account,
        String name,
        @Nullable LocalDate tokenExpires) {}
