package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import tallyfold.connection.AddAuthoritiesResult;
import tallyfold.connection.Authority;
import tallyfold.connection.NetworkSettingsService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Certificate authorities that are trusted besides those every Java knows. */
final class AuthoritiesSection extends SettingsCard {

    private static final int LARGEST_FILE = 400_000;

    private final transient NetworkSettingsService network;
    private final transient Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final TextArea pem = new TextArea(Texts.of("administration.authority-pem"));

    AuthoritiesSection(NetworkSettingsService network, Clock clock) {
        super(
                Texts.of("administration.authority"),
                Texts.of("administration.authority-sentence"),
                Texts.of("administration.authority-effect"));
        this.network = network;
        this.clock = clock;
        list.addClassName("tf-setting-authorities");
        pem.setPlaceholder("-----BEGIN CERTIFICATE-----");
        pem.setMaxRows(8);
        Upload upload = new Upload(
                UploadHandler.inMemory((_, bytes) -> pem.setValue(text(bytes))).whenComplete(_ -> {}));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST_FILE);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(Texts.of("administration.authority-file"), Symbol.EXPORT.icon()));
        upload.addFileRejectedListener(_ -> say(Tone.BAD, Texts.of("administration.authority-file-refused")));
        addFields(list, pem, upload);
        addSave(this::save);
        show();
    }

    /** A file is PEM or the same without the letters around it. */
    static String text(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        boolean binary = file.length > 1 && file[0] == 0x30 && (file[1] & 0x80) != 0;
        return binary
                ? "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(file)
                        + "\n-----END CERTIFICATE-----"
                : text;
    }

    private void save() {
        switch (network.addAuthorities(pem.getValue())) {
            case AddAuthoritiesResult.Refused(var sentence) -> {
                pem.setErrorMessage(sentence);
                pem.setInvalid(true);
                pem.focus();
            }
            case AddAuthoritiesResult.Added(var added) -> {
                pem.setInvalid(false);
                pem.clear();
                show();
                Notifications.success(
                        added.isEmpty()
                                ? Texts.of("administration.authority-known")
                                : Texts.of("administration.authority-added", added.size()));
            }
        }
    }

    private void show() {
        List<Authority> authorities = network.authorities();
        list.removeAll();
        list.setVisible(!authorities.isEmpty());
        authorities.forEach(authority -> list.add(line(authority)));
    }

    private ListItem line(Authority authority) {
        boolean expired = authority.validUntil().isBefore(clock.instant());
        Span subject = new Span(authority.subject());
        subject.addClassName("tf-setting-subject");
        Span validity = new Span(Texts.of(
                expired ? "administration.authority-expired" : "administration.authority-valid",
                Times.day(authority.validFrom()),
                Times.day(authority.validUntil())));
        validity.addClassName(expired ? "tf-bad" : "tf-quiet");
        Code fingerprint = new Code("SHA-256 " + authority.fingerprintInPairs());
        Button remove = new Button(Symbol.DELETE.icon(), _ -> {
            network.removeAuthority(authority);
            show();
            say(Tone.INFO, Texts.of("administration.authority-removed", authority.subject()));
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Texts.of("administration.authority-remove", authority.subject()));
        return new ListItem(new Div(subject, validity, fingerprint), remove);
    }
}
