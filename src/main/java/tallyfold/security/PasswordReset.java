package tallyfold.security;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tallyfold.security.internal.GuessThrottle;
import tallyfold.security.internal.PasswordChange;
import tallyfold.security.internal.Passwords;
import tallyfold.security.internal.ReadableCode;
import tallyfold.security.internal.UserRepository;

/** The way back in for somebody who has the server but not the password. */
@Component
public class PasswordReset {

    private final UserRepository users;
    private final PasswordChange change;
    private final Passwords passwords;
    private final GuessThrottle throttle;
    private final SecureRandom random = new SecureRandom();

    PasswordReset(UserRepository users, PasswordChange change, Passwords passwords, GuessThrottle throttle) {
        this.users = users;
        this.change = change;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Gives a user a new random password, enables the account, and ends its sessions and the wait after wrong guesses.
     *
     * @return the new password, to be shown once
     * @throws IllegalArgumentException when nobody has this name, or who has it has no password here; the message is fit
     *     to be shown
     */
    public String reset(String userName) {
        User user = users.findByName(userName)
                .orElseThrow(() -> new IllegalArgumentException("There is no user with this name"))
                .user();
        if (users.singleSignOn(user.id())) {
            throw new IllegalArgumentException(
                    "This user comes by single sign-on and has no password here. Reset that of a local administrator.");
        }
        String password = ReadableCode.generate(random);
        store(user, passwords.hash(password));
        return password;
    }

    /** A new random password for a request to a running server, which gets its hash only. */
    public static String newPassword() {
        return ReadableCode.generate(new SecureRandom());
    }

    /** The hash of a password, as it is stored. */
    public static String hash(String password) {
        return new Passwords().hash(password);
    }

    /**
     * The same as {@link #reset} with a password that only its hash is known of.
     *
     * @return false when nobody has this name, or who has it comes by single sign-on
     * @throws IllegalArgumentException when this is no hash
     */
    public boolean store(String userName, String passwordHash) {
        if (!Passwords.isHash(passwordHash)) {
            throw new IllegalArgumentException("This is not the hash of a password");
        }
        Optional<User> user = users.findByName(userName)
                .map(UserRepository.Credentials::user)
                .filter(found -> !users.singleSignOn(found.id()));
        user.ifPresent(found -> store(found, passwordHash));
        return user.isPresent();
    }

    private void store(User user, String hash) {
        change.fromCommandLine(user, hash);
        throttle.unblock(user.name());
    }
}
