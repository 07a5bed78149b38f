package tallyfold.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Looks for a token in whatever it is shown, in fourteen disguises. */
final class LeakScan {

    private final Map<String, byte[]> disguises = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    LeakScan(String token) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        int middle = token.length() / 2 - 8;
        disguise("raw", token);
        disguise("lower case", token.toLowerCase(java.util.Locale.ROOT));
        disguise("base64 of :token", base64.encodeToString((":" + token).getBytes(StandardCharsets.UTF_8)));
        disguise("base64", base64.encodeToString(token.getBytes(StandardCharsets.UTF_8)));
        disguise(
                "base64url",
                Base64.getUrlEncoder().withoutPadding().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8)));
        disguise("URL-encoded", URLEncoder.encode(token, StandardCharsets.UTF_8));
        disguise("hex", HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8)));
        disguises.put("UTF-16LE", token.getBytes(StandardCharsets.UTF_16LE));
        disguises.put("UTF-16BE", token.getBytes(StandardCharsets.UTF_16BE));
        disguise("JSON-escaped", "\"" + token + "\"");
        disguise("first 16", token.substring(0, 16));
        disguise("last 16", token.substring(token.length() - 16));
        disguise("middle 16", token.substring(middle, middle + 16));
        disguise("reversed", new StringBuilder(token).reverse().toString());
    }

    private void disguise(String name, String text) {
        disguises.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    int encodings() {
        return disguises.size();
    }

    /** Looks into one thing; what is found is kept by its place and disguise, never by its content. */
    void look(String place, byte[] content) {
        disguises.forEach((name, needle) -> {
            if (indexOf(content, needle) >= 0) {
                findings.add(place + " (" + name + ")");
            }
        });
    }

    void look(String place, String content) {
        look(place, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Looks into every file below a folder and into their names; answers how many files there were. */
    int lookBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                look("file name", file.getFileName().toString());
                look("file " + file.getFileName(), Files.readAllBytes(file));
            }
            return all.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> findings() {
        return new ArrayList<>(findings).stream().distinct().sorted().toList();
    }

    private static int indexOf(byte[] content, byte[] needle) {
        outer:
        for (int at = 0; at <= content.length - needle.length; at++) {
            if (content[at] != needle[0]) {
                continue;
            }
            for (int i = 1; i < needle.length; i++) {
                if (content[at + i] != needle[i]) {
                    continue outer;
                }
            }
            return at;
        }
        return -1;
    }
}
