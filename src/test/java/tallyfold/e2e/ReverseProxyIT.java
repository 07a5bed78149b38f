package tallyfold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simulator.azuredevops.DemoTokens;

/** The packaged jar behind a real nginx with https. */
class ReverseProxyIT {

    private static final String SPOOFED = "198.51.100.7";

    @TempDir
    Path folder;

    @Test
    void importsWithLiveProgressByHttpsAndKnowsWhereTheBrowserIs() throws IOException, InterruptedException {
        ReverseProxy.require();
        Path home = folder.resolve("home");
        try (SimulatedWorld world = new SimulatedWorld();
                Browser browser = Browser.open()) {
            try (RunningProduct product = RunningProduct.start(
                            home, world.arguments("--tallyfold.trusted-proxies=" + ReverseProxy.OWN_ADDRESS));
                    ReverseProxy proxy = ReverseProxy.start(folder.resolve("nginx"), product.address())) {
                Page page = browser.trustingPage();
                List<String> sockets = new CopyOnWriteArrayList<>();
                page.onWebSocket(socket -> sockets.add(socket.url()));
                Response first = page.navigate(proxy.address());
                assertThat(first.headerValue("strict-transport-security")).contains("max-age=");
                assertThat(page.url()).startsWith(proxy.address());

                Journey journey = new Journey(page, proxy.address());
                journey.setUp(home);
                assertThat(page.url()).startsWith(proxy.address());
                assertThat(page.context().cookies()).isNotEmpty().allMatch(cookie -> cookie.secure && cookie.httpOnly);

                DemoTokens tokens = world.tokens(world.fabrikam());
                Locator window = journey.openImport();
                window.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add new connection"))
                        .first()
                        .click();
                journey.create(
                        "https://dev.azure.com/fabrikam-demo",
                        tokens.working().owner().mail(),
                        tokens.working().text());
                assertThat(window.getByText("13 projects")).isVisible();
                journey.tick(window, "Fleet Telematics");
                journey.importAndWait(window, 60);
                assertThat(sockets)
                        .isNotEmpty()
                        .allMatch(url -> url.startsWith("wss://127.0.0.1:" + proxy.port() + "/VAADIN/push"));

                trySignIn(product.at("login"));
                page.context().setExtraHTTPHeaders(java.util.Map.of("X-Forwarded-For", SPOOFED));
                page.context().clearCookies();
                journey.open("login");
                journey.signIn(Journey.ADMIN, Journey.PASSWORD);
            }
            try (Store store = Store.fileIn(home)) {
                assertThat(store.originsOfSignIns())
                        .as("the browser through nginx, one who goes around it, the browser")
                        .containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.1");
            }
        }
    }

    /** Straight to the product, from an address that is no proxy's. */
    private static void trySignIn(String address) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Forwarded-For", SPOOFED)
                                .header("X-Forwarded-Proto", "https")
                                .POST(HttpRequest.BodyPublishers.ofString("username=ada&password=wrong"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie").toString()).doesNotContain("Secure");
    }
}
