package tallyfold.security;

/** What became of a change to a user. */
public sealed interface ChangeUserResult {

    record Changed() implements ChangeUserResult {}

    /** Somebody else has deleted the user meanwhile. */
    record Gone() implements ChangeUserResult {}

    /** Somebody else has changed the user meanwhile; look again before overwriting. */
    record Outdated() implements ChangeUserResult {}

    /** Without this administrator nobody could administer. */
    record LastAdministrator() implements ChangeUserResult {}

    /** Nobody takes the own rights away; another administrator can. */
    record OwnAccount() implements ChangeUserResult {}

    /** The user has set a password, so there is no invitation any more. */
    record NoInvitation() implements ChangeUserResult {}

    /** Somebody has put the user in charge of a project or given access to a connection. */
    record InUse() implements ChangeUserResult {}

    record DisplayNameUnusable() implements ChangeUserResult {}

    record EmailUnusable() implements ChangeUserResult {}
}
