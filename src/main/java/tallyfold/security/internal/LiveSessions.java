package tallyfold.security.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tallyfold.security.SessionId;
import tallyfold.security.UserId;

/**
 * The sessions that live in this process, so that they can be ended at once: the browser's next request finds none, and
 * open pages are led to the sign-in. Sessions on other nodes end when those look into the database.
 */
@Component
public class LiveSessions {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);

    private record Live(UserId user, HttpSession session) {}

    /** Lies in the session, which tells it when it ends. Not serialisable on purpose: sessions stay in this process. */
    private final class Marker implements HttpSessionBindingListener {

        private final SessionId id;

        Marker(SessionId id) {
            this.id = id;
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            live.remove(id);
            try {
                rows.delete(id);
            } catch (DataAccessException | IllegalStateException stopping) {
                // The row is of no use to anybody and goes with the next clean-up.
                LOG.debug("A session ended without its row", stopping);
            }
        }
    }

    private final Map<SessionId, Live> live = new ConcurrentHashMap<>();
    private final SessionRepository rows;

    public LiveSessions(SessionRepository rows) {
        this.rows = rows;
    }

    /** The pages of whoever was signed in before in the same browser close: they would go on showing news. */
    void add(SessionId id, UserId user, HttpSession session) {
        if (session.getAttribute(Marker.class.getName()) != null) {
            pages(session).forEach(pages -> {
                var _ = pages.access(() -> List.copyOf(pages.getUIs()).forEach(UI::close));
            });
        }
        live.put(id, new Live(user, session));
        session.setAttribute(Marker.class.getName(), new Marker(id));
    }

    /** Ends one session; one that does not live here is none of this process's. */
    public void end(SessionId id) {
        Live ended = live.remove(id);
        if (ended != null) {
            leadPagesAway(ended.session());
            try {
                ended.session().invalidate();
            } catch (IllegalStateException already) {
                LOG.debug("The session had ended already", already);
            }
        }
    }

    /** Ends all sessions of a user but one. */
    public void endOthers(UserId user, @Nullable SessionId kept) {
        live.forEach((id, one) -> {
            if (one.user().equals(user) && !id.equals(kept)) {
                end(id);
            }
        });
    }

    /** Ends all sessions but one. */
    void endAllBut(@Nullable SessionId kept) {
        live.keySet().forEach(id -> {
            if (!id.equals(kept)) {
                end(id);
            }
        });
    }

    /** Ends the sessions of a user whose rows are gone. */
    void endDeleted(UserId user) {
        live.forEach((id, one) -> {
            if (one.user().equals(user) && !rows.holds(id)) {
                end(id);
            }
        });
    }

    private static void leadPagesAway(HttpSession session) {
        for (VaadinSession pages : pages(session)) {
            var _ = pages.access(() -> {
                for (UI ui : List.copyOf(pages.getUIs())) {
                    ui.getPage().setLocation("login");
                    ui.push();
                }
            });
        }
    }

    private static List<VaadinSession> pages(HttpSession session) {
        List<VaadinSession> pages = new ArrayList<>();
        try {
            for (String name : Collections.list(session.getAttributeNames())) {
                if (session.getAttribute(name) instanceof VaadinSession found) {
                    pages.add(found);
                }
            }
        } catch (IllegalStateException already) {
            LOG.debug("The session had ended already", already);
        }
        return pages;
    }
}
