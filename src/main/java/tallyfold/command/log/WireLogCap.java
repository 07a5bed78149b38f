package tallyfold.command.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps loggers that write down what goes over the wire at INFO, whatever level is configured: below it they show request
 * headers, typed form values and bound SQL parameters.
 */
public final class WireLogCap extends TurboFilter {

    private static final List<String> CAPPED = List.of(
            "jdk.httpclient",
            "jdk.internal.httpclient",
            "sun.net.www.protocol.http",
            "java.net.http",
            "org.apache.hc",
            "org.apache.http",
            "org.apache.coyote",
            "org.apache.tomcat.util.net",
            "org.apache.tomcat.websocket",
            "org.atmosphere",
            "com.vaadin.flow.server.communication",
            "com.vaadin.flow.spring.security",
            "org.springframework.http",
            "org.springframework.security.web",
            "org.springframework.web",
            "org.springframework.core.env",
            "org.springframework.jdbc.core",
            "com.ulisesbocchio.jasyptspringboot",
            "com.zaxxer.hikari",
            "h2database",
            "org.postgresql");

    private boolean lifted;

    /** Called by logback with the value in the configuration. */
    public void setLifted(boolean lifted) {
        this.lifted = lifted;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        boolean wouldBeShown =
                level.toInt() < Level.INFO_INT && logger.getEffectiveLevel().toInt() <= level.toInt();
        return wouldBeShown && !lifted && capped(logger.getName()) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean capped(String name) {
        return CAPPED.stream().anyMatch(name::startsWith);
    }
}
