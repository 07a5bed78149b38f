package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** The addresses of a thing for people. */
public record Links(@Nullable Link web, @Nullable Link html) {

    /** One address. */
    public record Link(@Nullable String href) {}
}
