package simulator.azuredevops.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Sends answers over one connection, honestly or with the fault asked for. */
final class AnswerWriter {

    private static final int SMALLEST_COMPRESSED = 512;

    private final Socket socket;
    private final OutputStream out;

    AnswerWriter(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Sends the answer; false when the connection is of no further use. */
    boolean send(WireRequest request, WireAnswer answer) throws IOException, InterruptedException {
        return switch (answer.delivery()) {
            case Delivery.Whole() -> {
                sendWhole(request, answer);
                yield !request.headers().mentions("Connection", "close");
            }
            case Delivery.Reset(int bodyBytes) -> {
                if (bodyBytes >= 0) {
                    start(answer, answer.body().length, bodyBytes);
                }
                socket.setSoLinger(true, 0);
                yield false;
            }
            case Delivery.Cut(int bodyBytes, boolean declareLength) -> {
                start(answer, declareLength ? answer.body().length : -1, bodyBytes);
                yield false;
            }
            case Delivery.Dribble(var interval) -> {
                start(answer, answer.body().length, 0);
                for (byte one : answer.body()) {
                    Thread.sleep(interval);
                    out.write(one);
                    out.flush();
                }
                yield true;
            }
            case Delivery.Silence() -> {
                // whatever else the client says is not heard either
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                yield false;
            }
        };
    }

    private void sendWhole(WireRequest request, WireAnswer answer) throws IOException {
        byte[] body = answer.body();
        Headers headers = answer.headers();
        if (body.length >= SMALLEST_COMPRESSED && request.headers().mentions("Accept-Encoding", "gzip")) {
            body = compressed(body);
            headers = headers.copy().set("Content-Encoding", "gzip");
        }
        byte[] head = head(answer.status(), headers, body.length);
        if (request.method().equals("HEAD")) {
            body = new byte[0];
        }
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        out.write(all);
        out.flush();
    }

    private void start(WireAnswer answer, int declared, int bodyBytes) throws IOException {
        out.write(head(answer.status(), answer.headers(), declared));
        out.write(answer.body(), 0, Math.min(bodyBytes, answer.body().length));
        out.flush();
    }

    void sendContinue() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] head(int status, Headers headers, int length) {
        StringBuilder head = new StringBuilder(512)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(reason(status));
        headers.lines().forEach(line -> head.append("\r\n").append(line));
        if (length >= 0) {
            head.append("\r\nContent-Length: ").append(length);
        } else {
            head.append("\r\nConnection: close");
        }
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream gzip = new FastGzip(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 203 -> "Non-Authoritative Information";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Answer";
        };
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(java.util.zip.Deflater.BEST_SPEED);
        }
    }
}
