package simulator.azuredevops.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 into a growing buffer. Times are written as the service writes them: UTC, up to seven fraction
 * digits, trailing zeros dropped.
 */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[1024];
    private int length;
    private boolean commaDue;

    /** The bytes of one value. */
    public static byte[] bytes(@Nullable Object value) {
        return new JsonWriter().value(value).toByteArray();
    }

    /** The text of one value. */
    public static String text(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    public JsonWriter beginObject() {
        comma();
        put('{');
        commaDue = false;
        return this;
    }

    public JsonWriter endObject() {
        put('}');
        commaDue = true;
        return this;
    }

    public JsonWriter beginArray() {
        comma();
        put('[');
        commaDue = false;
        return this;
    }

    public JsonWriter endArray() {
        put(']');
        commaDue = true;
        return this;
    }

    public JsonWriter name(String name) {
        comma();
        string(name);
        put(':');
        commaDue = false;
        return this;
    }

    public JsonWriter member(String name, @Nullable Object value) {
        return name(name).value(value);
    }

    public JsonWriter value(@Nullable Object value) {
        switch (value) {
            case null -> raw("null");
            case JsonWritable writable -> writable.writeTo(this);
            case Map<?, ?> map -> {
                beginObject();
                map.forEach((name, member) -> member(String.valueOf(name), member));
                endObject();
            }
            case Iterable<?> items -> {
                beginArray();
                items.forEach(this::value);
                endArray();
            }
            case Boolean flag -> raw(flag ? "true" : "false");
            case Number number -> raw(number.toString());
            case Instant instant -> quoted(Times.iso(instant));
            case LocalDate date -> quoted(date + "T00:00:00Z");
            default -> quoted(value.toString());
        }
        return this;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    private void quoted(String text) {
        comma();
        string(text);
        commaDue = true;
    }

    private void raw(String ascii) {
        comma();
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
        commaDue = true;
    }

    private void comma() {
        if (commaDue) {
            put(',');
        }
    }

    private void string(String text) {
        int size = text.length();
        ensure(size + 2);
        put('"');
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                put(c);
            } else if (c < 0x80) {
                escape(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                utf8(0xFFFD);
            } else {
                utf8(c);
            }
        }
        put('"');
    }

    private void escape(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[c >> 4]);
                put(HEX[c & 15]);
            }
        }
    }

    private void utf8(int point) {
        if (point < 0x800) {
            put(0xC0 | (point >> 6));
        } else {
            if (point < 0x10000) {
                put(0xE0 | (point >> 12));
            } else {
                put(0xF0 | (point >> 18));
                put(0x80 | ((point >> 12) & 0x3F));
            }
            put(0x80 | ((point >> 6) & 0x3F));
        }
        put(0x80 | (point & 0x3F));
    }

    private void put(int value) {
        if (length == buffer.length) {
            ensure(1);
        }
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
