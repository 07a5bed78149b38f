package tallyfold.notification.wire;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tallyfold.kernel.Secret;
import tallyfold.network.CurrentWay;
import tallyfold.network.ProxySettings;
import tallyfold.network.UntrustedIssuerException;
import tallyfold.network.Way;
import tallyfold.notification.MailEncryption;
import tallyfold.uikit.Texts;

/** Sends mail, and says in a sentence why it did not. */
@Component
public class MailWire {

    private static final Logger log = LoggerFactory.getLogger(MailWire.class);

    /** How the mail library words what a proxy answered in place of a tunnel. */
    private static final Pattern PROXY_ANSWER =
            Pattern.compile("connection through proxy .* failed: (?:\\S+ (\\d{3}))?");

    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final CurrentWay ways;
    private final int patience;

    @Autowired
    public MailWire(CurrentWay ways) {
        this(ways, PATIENCE_MILLISECONDS);
    }

    /** With another patience for each step, in milliseconds. */
    MailWire(CurrentWay ways, int patience) {
        this.ways = ways;
        this.patience = patience;
    }

    /** Blocks for as long as the server takes, some ten seconds for each step of the conversation at most. */
    public SendOutcome send(MailWay way, MailMessage message) {
        Way outside = ways.get();
        // Only where somebody said so: most proxies let tunnels through to port 443 and no other, and most mail
        // servers stand on this side of the proxy, so that mail which works would stop the day a proxy is entered.
        Optional<ProxySettings> proxy = way.throughProxy() ? outside.proxyTowards(way.host()) : Optional.empty();
        JavaMailSenderImpl sender = sender(way, outside, proxy);
        try {
            MimeMessage mime = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
            helper.setFrom(way.sender());
            helper.setTo(message.to());
            helper.setSubject(message.subject());
            helper.setText(message.plain(), message.html());
            // Nobody's absence notice should answer.
            mime.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mime);
            return new SendOutcome.Sent(Texts.of("notification.mail.sent", message.to()));
        } catch (MailException | MessagingException e) {
            // The class alone: the words of a server may repeat what it was told.
            log.info("A mail was not taken: {}", deepest(e).getClass().getSimpleName());
            return explain(way, proxy, message, e);
        }
    }

    private JavaMailSenderImpl sender(MailWay way, Way outside, Optional<ProxySettings> proxy) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(way.host());
        sender.setPort(way.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String wait = Integer.toString(patience);
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", outside.trust().getSocketFactory());
        // Else whatever it refuses is tried once more with the authorities of the JDK alone.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(way.encryption() == MailEncryption.TLS));
        boolean startTls = way.encryption() == MailEncryption.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        proxy.ifPresent(each -> takeProxy(properties, each));
        Secret password = way.password();
        if (!way.userName().isEmpty() && password != null) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(way.userName());
            sender.setPassword(password.reveal());
        }
        return sender;
    }

    private static void takeProxy(Properties properties, ProxySettings proxy) {
        properties.setProperty(
                "mail.smtp.proxy.host", String.valueOf(proxy.host()).strip());
        properties.setProperty("mail.smtp.proxy.port", Integer.toString(proxy.port()));
        String user = proxy.user();
        if (user != null && !user.isBlank()) {
            properties.setProperty("mail.smtp.proxy.user", user);
            properties.setProperty("mail.smtp.proxy.password", Objects.requireNonNullElse(proxy.password(), ""));
        }
    }

    private static SendOutcome explain(
            MailWay way, Optional<ProxySettings> proxy, MailMessage message, Exception thrown) {
        List<Throwable> chain = chain(thrown);
        String server = way.host() + ":" + way.port();
        Optional<String> issuer = chain.stream()
                .flatMap(each -> UntrustedIssuerException.issuerIn(each).stream())
                .findFirst();
        if (issuer.isPresent()) {
            return failed("untrusted", true, server, Issuers.named(issuer.get()));
        }
        Optional<SendOutcome> stopped = proxy.flatMap(each -> stoppedByProxy(each, server, chain));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (any(chain, UnknownHostException.class)) {
            return failed("unknown-host", true, way.host());
        }
        if (any(chain, AuthenticationFailedException.class)) {
            return failed("credentials", true, way.host(), way.userName());
        }
        if (any(chain, SSLException.class) || chain.stream().anyMatch(MailWire::startTlsMissing)) {
            return failed("tls." + way.encryption(), true, server);
        }
        if (any(chain, SMTPSenderFailedException.class)) {
            return failed("sender", true, way.sender());
        }
        if (any(chain, SMTPAddressFailedException.class)) {
            return failed("recipient", false, message.to());
        }
        if (any(chain, SocketTimeoutException.class)) {
            return failed("timeout", true, server);
        }
        if (any(chain, ConnectException.class) || any(chain, NoRouteToHostException.class)) {
            return failed("refused", true, server);
        }
        if (chain.stream().anyMatch(MailWire::wantsSignIn)) {
            return failed("sign-in", true, way.host());
        }
        return failed("other", true, server);
    }

    /** Nobody but the proxy was asked for a connection or for a name. */
    private static Optional<SendOutcome> stoppedByProxy(ProxySettings proxy, String server, List<Throwable> chain) {
        String name = proxy.host() + ":" + proxy.port();
        for (Throwable cause : chain) {
            Matcher answer = PROXY_ANSWER.matcher(String.valueOf(cause.getMessage()));
            if (cause instanceof ConnectException && answer.find()) {
                return Optional.of(
                        "407".equals(answer.group(1))
                                ? failed("proxy-sign-in", true, name)
                                : failed("proxy", true, name, server));
            }
        }
        return any(chain, ConnectException.class)
                        || any(chain, NoRouteToHostException.class)
                        || any(chain, UnknownHostException.class)
                ? Optional.of(failed("proxy-gone", true, name))
                : Optional.empty();
    }

    private static SendOutcome failed(String what, boolean forAll, Object... words) {
        return new SendOutcome.Failed(Texts.of("notification.mail." + what, words), forAll);
    }

    private static boolean startTlsMissing(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("STARTTLS");
    }

    private static boolean wantsSignIn(Throwable cause) {
        return cause instanceof SMTPSendFailedException refused && refused.getReturnCode() == 530;
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** Causes, and what Jakarta Mail and Spring chain beside them. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> all = new ArrayList<>();
        collect(thrown, all);
        return all;
    }

    private static void collect(Throwable thrown, List<Throwable> all) {
        if (all.contains(thrown)) {
            return;
        }
        all.add(thrown);
        if (thrown.getCause() != null) {
            collect(thrown.getCause(), all);
        }
        if (thrown instanceof MessagingException messaging && messaging.getNextException() != null) {
            collect(messaging.getNextException(), all);
        }
        if (thrown instanceof MailSendException send) {
            for (Exception one : send.getMessageExceptions()) {
                collect(one, all);
            }
        }
    }

    private static Throwable deepest(Throwable thrown) {
        return chain(thrown).getLast();
    }
}
