package simulator.azuredevops.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests, bodies by Content-Length or chunked. Lines to 64 KiB, bodies to 16 MiB. */
final class RequestReader {

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final Runnable beforeBody;

    /** @param beforeBody what to do when the client waits for {@code 100 Continue} */
    RequestReader(InputStream in, Runnable beforeBody) {
        this.in = in;
        this.beforeBody = beforeBody;
    }

    /** The next request, or null when the client closed the connection between requests. */
    @Nullable
    WireRequest next() throws IOException {
        String start = line();
        while (start != null && start.isEmpty()) {
            start = line();
        }
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new BadRequest("malformed request line");
        }
        Headers headers = new Headers();
        for (String field = required(); !field.isEmpty(); field = required()) {
            int colon = field.indexOf(':');
            if (colon <= 0) {
                throw new BadRequest("malformed header");
            }
            headers.add(field.substring(0, colon), field.substring(colon + 1).trim());
        }
        if (headers.mentions("Expect", "100-continue")) {
            beforeBody.run();
        }
        byte[] body =
                headers.mentions("Transfer-Encoding", "chunked") ? chunks() : sized(headers.get("Content-Length"));
        try {
            return new WireRequest(parts[0], parts[1], headers, body);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("malformed request target", e);
        }
    }

    private byte[] sized(@Nullable String length) throws IOException {
        if (length == null) {
            return new byte[0];
        }
        return exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String head = required();
            int semicolon = head.indexOf(';');
            int size = number(semicolon < 0 ? head : head.substring(0, semicolon), 16);
            if (size == 0) {
                skipTrailer();
                return body.toByteArray();
            }
            body.write(exactly(size));
            required();
            if (body.size() > LARGEST_BODY) {
                throw new BadRequest("body too large");
            }
        }
    }

    /** Trailer fields are read and dropped. */
    private void skipTrailer() throws IOException {
        String field = required();
        while (!field.isEmpty()) {
            field = required();
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("request body cut");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws BadRequest {
        try {
            int number = Integer.parseInt(text.trim(), radix);
            if (number < 0 || number > LARGEST_BODY) {
                throw new BadRequest("body too large");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadRequest("malformed length", e);
        }
    }

    private String required() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("request cut");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.write(c);
            }
            if (line.size() > LONGEST_LINE) {
                throw new BadRequest("line too long");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** What was sent is not HTTP as we understand it. */
    static final class BadRequest extends IOException {
        BadRequest(String message) {
            super(message);
        }

        BadRequest(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
