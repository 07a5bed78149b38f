package tallyfold.notification.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.uikit.Texts;
import tallyfold.vault.SealedSecret;
import tallyfold.vault.SealedSecretSource;

/** The sealed password of the mail server and the sealed secret of the webhook, as the vault walks over them. */
@Component
class SealedChannelSecrets implements SealedSecretSource {

    private final ChannelRepository channels;
    private final JdbcClient jdbc;

    /** From nothing but the database: the commands have no other part of this module. */
    SealedChannelSecrets(JdbcClient jdbc) {
        this.channels = new ChannelRepository(jdbc);
        this.jdbc = jdbc;
    }

    @Override
    public long count() {
        return entries().size();
    }

    @Override
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        channels.mail().ifPresent(mail -> {
            SealedSecret sealed = mail.sealed();
            if (sealed != null) {
                entries.add(new Entry(
                        ChannelRepository.MAIL_ROW, Texts.of("notification.mail-password"), sealed, mail.binding()));
            }
        });
        channels.webhook().ifPresent(webhook -> {
            SealedSecret sealed = webhook.sealed();
            if (sealed != null) {
                entries.add(new Entry(
                        ChannelRepository.WEBHOOK_ROW,
                        Texts.of("notification.webhook-secret"),
                        sealed,
                        webhook.binding()));
            }
        });
        return entries;
    }

    @Override
    public boolean replace(UUID row, SealedSecret before, SealedSecret after) {
        String table = row.equals(ChannelRepository.MAIL_ROW) ? "mail_server" : "webhook_target";
        return jdbc.sql("UPDATE " + table + " SET sealed = ? WHERE id = ? AND sealed = ?")
                        .param(after.text())
                        .param(row)
                        .param(before.text())
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public int forgetAll() {
        return jdbc.sql("UPDATE mail_server SET sealed = NULL WHERE sealed IS NOT NULL")
                        .update()
                + jdbc.sql("UPDATE webhook_target SET sealed = NULL WHERE sealed IS NOT NULL")
                        .update();
    }
}
