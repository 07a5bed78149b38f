package tallyfold.security.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The account of a demonstration, whose password stands on the sign-in page. Set by the command {@code demo} alone. */
@Component
public class DemoAccount {

    /** Sign-in name of the demonstration's administrator. */
    public static final String NAME = "admin";

    private final @Nullable String password;

    DemoAccount(@Value("${tallyfold.demo.admin-password:#{null}}") @Nullable String password) {
        this.password = password == null || password.isBlank() ? null : password;
    }

    /** The password to show; empty when this is no demonstration. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }
}
