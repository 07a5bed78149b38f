package tallyfold.security.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.security.Role;

/** Which role the claims of a provider give. */
final class ClaimedRole {

    private final String claim;
    private final Map<Role, String> values = new EnumMap<>(Role.class);
    private final @Nullable Role otherwise;

    ClaimedRole(SingleSignOnProperties properties) {
        claim = properties.roleClaim();
        otherwise = properties.defaultRole();
        put(Role.ADMINISTRATOR, properties.administratorValue());
        put(Role.PROJECT_MANAGER, properties.projectManagerValue());
        put(Role.VIEWER, properties.viewerValue());
    }

    private void put(Role role, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(role, value.strip());
        }
    }

    /** The most powerful one; empty for somebody who may not come in. */
    Optional<Role> of(Map<String, Object> claims) {
        Set<String> claimed = texts(find(claims));
        return values.entrySet().stream()
                .filter(value -> claimed.contains(value.getValue()))
                .map(Map.Entry::getKey)
                .min(Role::compareTo)
                .or(() -> Optional.ofNullable(otherwise));
    }

    private @Nullable Object find(Map<String, Object> claims) {
        if (claims.containsKey(claim)) {
            return claims.get(claim);
        }
        Object at = claims;
        for (String step : claim.split("\\.", -1)) {
            at = at instanceof Map<?, ?> inside ? inside.get(step) : null;
        }
        return at;
    }

    private static Set<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Set.of(text);
            case Collection<?> several ->
                several.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }
}
