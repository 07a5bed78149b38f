package tallyfold.security;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Vaadin's own conversation as it takes to open a page and send it an event. */
final class Flow {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":\\s*(\\d+)");

    private final Browser browser;
    private final String started;

    /** Opens a page of the server's, by Vaadin's own request; the address is told by {@link #navigate}. */
    Flow(Browser browser) {
        this.browser = browser;
        this.started = browser.get("/?v-r=init&location=&query=").body();
    }

    String key() {
        return found(KEY);
    }

    /** Goes to a view as the browser does within an open page. */
    HttpResponse<String> navigate(String view, String key) {
        return send(key, """
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"","historyState":null,"trigger":""}}""".formatted(view));
    }

    /** Sends an event with a key, whoever's it is. */
    private HttpResponse<String> send(String key, String event) {
        return browser.postJson(
                "/?v-r=uidl&v-uiId=" + found(PAGE),
                "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + event + "],\"syncId\":0,\"clientId\":0}");
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(started);
        if (!matcher.find()) {
            throw new IllegalStateException("Not how a page of Vaadin begins: " + started);
        }
        return matcher.group(1);
    }
}
