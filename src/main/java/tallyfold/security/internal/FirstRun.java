package tallyfold.security.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Before the port opens for the first time: creates the administrator, or a code that lets somebody do it. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SetupProperties.class)
class FirstRun implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    private final FirstAdministrator administrator;
    private final SetupCode code;
    private final SetupCodeFile file;
    private final SetupProperties properties;
    private final DemoAccount demo;

    FirstRun(
            FirstAdministrator administrator,
            SetupCode code,
            SetupCodeFile file,
            SetupProperties properties,
            DemoAccount demo) {
        this.administrator = administrator;
        this.code = code;
        this.file = file;
        this.properties = properties;
        this.demo = demo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!administrator.needed()) {
            code.forget();
            return;
        }
        String name = properties.adminName();
        if (demo.password().isPresent()) {
            create(
                    new SetupDraft(
                            "",
                            DemoAccount.NAME,
                            "Demo administrator",
                            demo.password().get()),
                    "for the demo");
        } else if (name != null && !name.isBlank()) {
            String displayName = properties.adminDisplayName();
            create(
                    new SetupDraft("", name, displayName == null ? name : displayName, password()),
                    "from configuration");
        } else {
            announce(code.current());
        }
    }

    private void create(SetupDraft draft, String how) {
        switch (administrator.createUnattended(draft, how)) {
            case SetupOutcome.UnusableName _ ->
                throw new IllegalStateException("The first administrator cannot be created: the name in"
                        + " tallyfold.setup.admin-name or admin-display-name is empty, longer than "
                        + UserNames.MAX_LENGTH + " characters, or has characters that cannot be seen");
            case SetupOutcome.WeakPassword(PasswordPolicy.Weakness weakness) ->
                throw new IllegalStateException("The first administrator cannot be created: the password is refused ("
                        + weakness.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "); it needs " + PasswordPolicy.MIN_LENGTH + " to " + PasswordPolicy.MAX_LENGTH
                        + " characters and must not be a well-known one");
            default -> LOG.info("Created the first administrator \"{}\" {}", draft.name(), how);
        }
    }

    private String password() {
        Path path = properties.adminPasswordFile();
        if (path == null) {
            throw new IllegalStateException("tallyfold.setup.admin-name is set; set tallyfold.setup.admin-password-file"
                    + " too, to a file with the password");
        }
        try {
            return Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file " + path + " in tallyfold.setup.admin-password-file cannot be read as UTF-8 text", e);
        }
    }

    /** To the log for whoever collects logs, and past it for whoever started the server in a terminal. */
    private void announce(String valid) {
        LOG.info("No user yet. Set-up code for /setup: {} (valid for 24 hours, also in {})", valid, file.path());
        System.out.println(String.join(
                System.lineSeparator(),
                "",
                "  Welcome to Tallyfold. Open /setup to create the first administrator.",
                "  Set-up code: " + valid,
                "  Valid for 24 hours and one use; it is also in " + file.path(),
                ""));
    }
}
