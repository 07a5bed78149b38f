package tallyfold.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;
import tallyfold.security.Role;

/** Runs a test as a signed-in user of a role, who need not be in the database. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedInAs.Factory.class)
public @interface SignedInAs {

    Role value();

    String name() default "anna";

    /** Whether somebody else chose the password. */
    boolean passwordGiven() default false;

    /** Makes the security context. */
    final class Factory implements WithSecurityContextFactory<SignedInAs> {

        @Override
        public SecurityContext createSecurityContext(SignedInAs annotation) {
            return TestUsers.contextOf(
                    TestUsers.user(annotation.value(), annotation.name()), annotation.passwordGiven());
        }
    }
}
