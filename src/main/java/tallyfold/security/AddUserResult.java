package tallyfold.security;

/** What became of adding a user. */
public sealed interface AddUserResult {

    /** The user is there; the password is for handing over now, nobody can look it up later. */
    record Added(User user, String password) implements AddUserResult {

        @Override
        public String toString() {
            return "Added[" + user + "]";
        }
    }

    record NameTaken() implements AddUserResult {}

    record NameUnusable() implements AddUserResult {}
}
