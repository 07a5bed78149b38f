package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tallyfold.kernel.Secret;
import tallyfold.provider.ConnectionSettings;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;

/** What the client offers for TLS, and what it does with a server that has nothing newer than TLS 1.1. */
@Timeout(60)
class OlderTlsTest {

    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    private static final int PATIENCE_MILLIS = 700;
    private static final int SUPPORTED_VERSIONS = 43;

    /** With RSA or a fixed ECDH key, besides those up to 0x0031, which are as bad or worse. */
    private static final List<Integer> WITHOUT_FRESH_KEY = List.of(
            0x0035, 0x003B, 0x003C, 0x003D, 0x009C, 0x009D, 0xC001, 0xC002, 0xC003, 0xC004, 0xC005, 0xC006, 0xC007,
            0xC008, 0xC00B, 0xC00C, 0xC00D, 0xC00E, 0xC00F, 0xC010, 0xC012, 0xC025, 0xC026, 0xC029, 0xC02A, 0xC02D,
            0xC02E, 0xC031, 0xC032);

    private record Hello(List<Integer> versions, List<Integer> suites) {}

    /** @param hungUp whether the client left at the answer; otherwise it waits for the rest of it */
    private record Seen(Hello hello, boolean hungUp) {}

    /** Takes one hello, says that the version is the given one, and listens to what the client makes of it. */
    private static CompletableFuture<Seen> serveOnce(ServerSocket server, int version) {
        CompletableFuture<Seen> seen = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                Hello hello = readHello(in);
                socket.getOutputStream().write(serverHello(version));
                socket.getOutputStream().flush();
                socket.setSoTimeout(PATIENCE_MILLIS);
                boolean hungUp;
                try {
                    in.readAllBytes();
                    hungUp = true;
                } catch (SocketTimeoutException waiting) {
                    hungUp = false;
                }
                seen.complete(new Seen(hello, hungUp));
            } catch (IOException e) {
                seen.completeExceptionally(e);
            }
        });
        return seen;
    }

    private static Hello readHello(DataInputStream in) throws IOException {
        in.readNBytes(3);
        ByteBuffer hello = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
        // Kind and length of the message, its version, random bytes.
        hello.position(4 + 2 + 32);
        skip(hello, Byte.toUnsignedInt(hello.get()));
        List<Integer> suites = new ArrayList<>();
        for (int end = Short.toUnsignedInt(hello.getShort()) + hello.position(); hello.position() < end; ) {
            suites.add(Short.toUnsignedInt(hello.getShort()));
        }
        skip(hello, Byte.toUnsignedInt(hello.get()));
        hello.getShort();
        List<Integer> versions = new ArrayList<>();
        while (hello.hasRemaining()) {
            int kind = Short.toUnsignedInt(hello.getShort());
            int end = Short.toUnsignedInt(hello.getShort()) + hello.position();
            if (kind == SUPPORTED_VERSIONS) {
                hello.get();
                while (hello.position() < end) {
                    versions.add(Short.toUnsignedInt(hello.getShort()));
                }
            }
            hello.position(end);
        }
        return new Hello(versions, suites);
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    private static byte[] serverHello(int version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int body = 2 + 32 + 1 + 2 + 1;
        out.writeByte(22);
        out.writeShort(version);
        out.writeShort(4 + body);
        out.writeInt(2 << 24 | body);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        // TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, which these versions know and the client offers.
        out.writeShort(0xC013);
        out.writeByte(0);
        return bytes.toByteArray();
    }

    private static String failure(int port) {
        try (Secret token = Secret.of(Fixture.NEW_TOKEN);
                ProviderSession session = SimulatedProvider.at(
                                "https://localhost:" + port,
                                new SimulatedProvider.MovableClock(),
                                SimulatedProvider.QUICK)
                        .open(new ConnectionSettings("fabrikam", EndpointKind.SIMULATOR, null, "anna"), token)) {
            return catchThrowableOfType(ProviderException.class, () -> session.workItems(List.of(1L)))
                    .failure()
                    .code();
        }
    }

    private static Seen meet(int version) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Seen> seen = serveOnce(server, version);
            assertThat(failure(server.getLocalPort())).startsWith("UNREACHABLE.");
            return seen.get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x0302})
    void isLeftAtItsFirstAnswer(int version) throws Exception {
        assertThat(meet(version).hungUp()).isTrue();
    }

    @Test
    void aServerWithTls12IsHeardOut() throws Exception {
        assertThat(meet(TLS_1_2).hungUp()).isFalse();
    }

    @Test
    void onlyTheTwoPresentVersionsAreOffered() throws Exception {
        assertThat(meet(0x0302).hello().versions()).containsExactly(TLS_1_3, TLS_1_2);
    }

    /** Without one, whoever gets the server's key later reads what was recorded; and those for export, with RC4, with 3DES. */
    @Test
    void theStrongestSuitesComeFirstAndNoneIsWithoutAFreshKey() throws Exception {
        List<Integer> suites = meet(0x0302).hello().suites();
        assertThat(suites.subList(0, 3)).allMatch(suite -> suite >> 8 == 0x13);
        assertThat(suites).noneMatch(suite -> suite <= 0x0031).doesNotContainAnyElementsOf(WITHOUT_FRESH_KEY);
    }
}
