package tallyfold.security.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Forgets the sessions that a killed process has left behind. An embedded database belongs to this process alone; those of
 * other nodes on a shared one go when nobody has used them for a while.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionCleanup implements SmartInitializingSingleton {

    private final SessionRepository sessions;
    private final boolean alone;

    SessionCleanup(SessionRepository sessions, @Value("${spring.datasource.url:}") String database) {
        this.sessions = sessions;
        this.alone = database.startsWith("jdbc:h2:");
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (alone) {
            sessions.deleteAll();
        }
    }
}
