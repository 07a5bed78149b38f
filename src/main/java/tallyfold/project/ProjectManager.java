package tallyfold.project;

import org.jspecify.annotations.Nullable;
import tallyfold.security.UserId;

/**
 * Who answers for a project.
 *
 * @param user null for somebody who does not sign in here
 * @param name what people read, one line of up to 256 characters
 */
public record ProjectManager(@Nullable UserId user, String name) {}
