package tallyfold.administration.ui;

import tallyfold.security.Role;

/** What the form for a new user yields. Public, because the binder reads it by reflection. */
public record UserDraft(String name, String displayName, Role role) {}
