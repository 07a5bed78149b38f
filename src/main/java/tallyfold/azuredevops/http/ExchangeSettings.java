package tallyfold.azuredevops.http;

import java.time.Duration;

/**
 * Limits of one exchange.
 *
 * @param connectTimeout time to reach the host
 * @param deadline time for the whole exchange, the last byte of the body included
 * @param bodyLimit bytes of an unpacked body
 * @param inFlight requests at once towards one organization, 1 to 8
 * @param idPage ids one query may give, 1 to 19,999
 */
public record ExchangeSettings(Duration connectTimeout, Duration deadline, long bodyLimit, int inFlight, int idPage) {

    /** What suits the real service. */
    public static ExchangeSettings standard() {
        return new ExchangeSettings(Duration.ofSeconds(10), Duration.ofSeconds(60), 64L * 1024 * 1024, 4, 19_999);
    }
}
