package tallyfold.notification.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.notification.MailEncryption;
import tallyfold.vault.SealBinding;
import tallyfold.vault.SealedSecret;

/** How messages leave, and where the links in them lead. */
@Repository
public class ChannelRepository {

    static final UUID MAIL_ROW = UUID.fromString("5f0a2f5e-7f0c-4c53-9b53-2f8e3a8f1a01");
    static final UUID WEBHOOK_ROW = UUID.fromString("5f0a2f5e-7f0c-4c53-9b53-2f8e3a8f1a02");
    private static final UUID ADDRESS_ROW = UUID.fromString("5f0a2f5e-7f0c-4c53-9b53-2f8e3a8f1a03");

    /** The mail server. */
    public record MailServer(
            String host,
            int port,
            MailEncryption encryption,
            String userName,
            @Nullable SealedSecret sealed,
            String sender,
            boolean throughProxy) {

        /** The same server with this password, or none. */
        public MailServer with(@Nullable SealedSecret password) {
            return new MailServer(host, port, encryption, userName, password, sender, throughProxy);
        }

        /** What its password is sealed for: another server, or a less secured way, cannot be given it. */
        public SealBinding binding() {
            return new SealBinding("mail_server", MAIL_ROW, "SMTP_" + encryption, host + ":" + port);
        }
    }

    /** The webhook. */
    public record WebhookTarget(String address, @Nullable SealedSecret sealed) {

        /** What its secret is sealed for. */
        public SealBinding binding() {
            return new SealBinding("webhook_target", WEBHOOK_ROW, "WEBHOOK", address);
        }
    }

    private final JdbcClient jdbc;

    ChannelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MailServer> mail() {
        return jdbc.sql(
                        "SELECT host, port, encryption, user_name, sealed, sender, through_proxy FROM mail_server WHERE id = ?")
                .param(MAIL_ROW)
                .query((row, _) -> new MailServer(
                        row.getString(1),
                        row.getInt(2),
                        MailEncryption.valueOf(row.getString(3)),
                        row.getString(4),
                        sealed(row.getString(5)),
                        row.getString(6),
                        row.getBoolean(7)))
                .optional();
    }

    /** Stores the mail server in place of the one before, if any. */
    public void put(MailServer server, Instant now) {
        removeMail();
        jdbc.sql("""
                        INSERT INTO mail_server (id, host, port, encryption, user_name, sealed, sender, through_proxy,
                            changed_at)
                        VALUES (?, ?, ?, ?, ?, CAST(? AS VARCHAR), ?, ?, ?)""")
                .param(MAIL_ROW)
                .param(server.host())
                .param(server.port())
                .param(server.encryption().name())
                .param(server.userName())
                .param(text(server.sealed()))
                .param(server.sender())
                .param(server.throughProxy())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean removeMail() {
        return jdbc.sql("DELETE FROM mail_server").update() > 0;
    }

    public Optional<WebhookTarget> webhook() {
        return jdbc.sql("SELECT address, sealed FROM webhook_target WHERE id = ?")
                .param(WEBHOOK_ROW)
                .query((row, _) -> new WebhookTarget(row.getString(1), sealed(row.getString(2))))
                .optional();
    }

    /** Stores the webhook in place of the one before, if any. */
    public void put(WebhookTarget target, Instant now) {
        removeWebhook();
        jdbc.sql("INSERT INTO webhook_target (id, address, sealed, changed_at) VALUES (?, ?, CAST(? AS VARCHAR), ?)")
                .param(WEBHOOK_ROW)
                .param(target.address())
                .param(text(target.sealed()))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean removeWebhook() {
        return jdbc.sql("DELETE FROM webhook_target").update() > 0;
    }

    /** Where people open this installation, without a slash at the end; empty when nobody said. */
    public String installation() {
        return jdbc.sql("SELECT address FROM installation_address WHERE id = ?")
                .param(ADDRESS_ROW)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("");
    }

    public void setInstallation(String address) {
        jdbc.sql("DELETE FROM installation_address").update();
        if (!address.isEmpty()) {
            jdbc.sql("INSERT INTO installation_address (id, address) VALUES (?, ?)")
                    .param(ADDRESS_ROW)
                    .param(address)
                    .update();
        }
    }

    private static @Nullable SealedSecret sealed(@Nullable String text) {
        return text == null ? null : new SealedSecret(text);
    }

    private static @Nullable String text(@Nullable SealedSecret sealed) {
        return sealed == null ? null : sealed.text();
    }
}
