package tallyfold.security;

import org.springframework.stereotype.Component;

/** The way back in for somebody who has the server but not the password. */
@Component
public class PasswordReset {

    /**
     * Gives a user a new random password, enables the account, and ends its sessions and the wait after wrong guesses.
     *
     * @return the new password, to be shown once
     * @throws IllegalArgumentException when nobody has this name; the message is fit to be shown
     */
    public String reset(String userName) {
        throw new UnsupportedOperationException(userName);
    }
}
