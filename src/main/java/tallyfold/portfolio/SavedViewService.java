package tallyfold.portfolio;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.portfolio.internal.SavedViewRepository;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.UserId;
import tallyfold.uikit.Texts;

/** The views of the signed-in user, and those administrators share with everybody. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class SavedViewService {

    static final int LONGEST_NAME = 128;
    static final int LONGEST_ADDRESS = 4_000;

    /** More than these nobody finds again. */
    static final int MOST = 100;

    private final SavedViewRepository views;
    private final CurrentUser currentUser;

    SavedViewService(SavedViewRepository views, CurrentUser currentUser) {
        this.views = views;
        this.currentUser = currentUser;
    }

    /** The reader's own and the shared ones, by name. */
    public List<SavedView> all() {
        return views.of(reader());
    }

    /**
     * Keeps a view; the reader's own one of that name is replaced.
     *
     * @throws AccessDeniedException when somebody else than an administrator wants to share
     */
    @Transactional
    public SaveViewResult save(String typed, String address, boolean shared) {
        if (shared && !currentUser.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only administrators share views");
        }
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        if (name.isEmpty()) {
            return new SaveViewResult.Refused(Texts.of("portfolios.views.name-empty"));
        }
        if (name.length() > LONGEST_NAME) {
            return new SaveViewResult.Refused(Texts.of("portfolios.views.name-long", LONGEST_NAME));
        }
        if (address.length() > LONGEST_ADDRESS) {
            return new SaveViewResult.Refused(Texts.of("portfolios.views.long"));
        }
        if (views.of(reader()).stream().filter(SavedView::own).count() >= MOST) {
            return new SaveViewResult.Refused(Texts.of("portfolios.views.many", MOST));
        }
        SavedView view = new SavedView(new SavedViewId(UUID.randomUUID()), name, address, shared, true);
        views.replace(reader(), view);
        return new SaveViewResult.Saved(view);
    }

    /** Forgets one of the reader's own; says whether there was such a one. */
    @Transactional
    public boolean delete(SavedViewId id) {
        return views.delete(reader(), id);
    }

    private UserId reader() {
        return currentUser.require().id();
    }
}
