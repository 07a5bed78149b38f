package tallyfold.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.portfolio.internal.FavouriteRepository;
import tallyfold.portfolio.internal.SavedViewRepository;
import tallyfold.project.ProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.Databases;
import tallyfold.support.TestUsers;
import tallyfold.workitem.WorkItemSeed;

/** What users keep for themselves: views and favourites. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class SavedViewServiceTest {

    private final Databases database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final CurrentUser currentUser = mock(CurrentUser.class);
    private final SavedViewService views;
    private final FavouriteService favourites;

    SavedViewServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(SavedViewRepository.class, FavouriteRepository.class);
        context.refresh();
        views = new SavedViewService(context.getBean(SavedViewRepository.class), currentUser);
        favourites = new FavouriteService(context.getBean(FavouriteRepository.class), currentUser);
        as(Role.VIEWER, "anna");
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void as(Role role, String name) {
        User user = TestUsers.user(role, name);
        when(currentUser.require()).thenReturn(user);
        doAnswer(call -> role.includes(call.getArgument(0))).when(currentUser).is(any());
    }

    private SavedView saved(String name, boolean shared) {
        SaveViewResult result = views.save(name, "view=table&filter=a%26b", shared);
        assertThat(result).isInstanceOf(SaveViewResult.Saved.class);
        return ((SaveViewResult.Saved) result).view();
    }

    @Test
    void keepsAViewForItsOwnerOnly() {
        SavedView mine = saved("  Quarter   review ", false);

        assertThat(mine.name()).isEqualTo("Quarter review");
        assertThat(views.all()).containsExactly(mine);
        as(Role.ADMINISTRATOR, "ben");
        assertThat(views.all()).isEmpty();
        assertThat(views.delete(mine.id())).isFalse();
    }

    @Test
    void replacesAViewOfTheSameName() {
        saved("Late", false);
        SavedView second = saved("LATE", false);

        assertThat(views.all()).containsExactly(second);
        assertThat(views.delete(second.id())).isTrue();
        assertThat(views.all()).isEmpty();
    }

    @Test
    void letsOnlyAdministratorsShare() {
        assertThatThrownBy(() -> views.save("Mine", "", true)).isInstanceOf(AccessDeniedException.class);
        as(Role.ADMINISTRATOR, "ben");
        SavedView shared = saved("For all", true);

        as(Role.VIEWER, "anna");
        assertThat(views.all()).extracting(SavedView::id, SavedView::own).containsExactly(tuple(shared.id(), false));
        assertThat(views.delete(shared.id())).isFalse();
    }

    @Test
    void refusesWhatCannotBeKept() {
        for (String name : List.of("", " \u00a0\0\u202E ", "n".repeat(129))) {
            assertThat(views.save(name, "", false)).isInstanceOf(SaveViewResult.Refused.class);
        }
        assertThat(views.save("Long", "x".repeat(4_001), false)).isInstanceOf(SaveViewResult.Refused.class);
        assertThat(views.all()).isEmpty();
    }

    @Test
    void marksFavouritesOnceAndForEachUser() {
        ProjectId shop = new WorkItemSeed(database.jdbc()).project("Shop");
        favourites.mark(shop, true);
        favourites.mark(shop, true);

        assertThat(favourites.all()).containsExactly(shop);
        as(Role.VIEWER, "ben");
        assertThat(favourites.all()).isEmpty();
        as(Role.VIEWER, "anna");
        favourites.mark(shop, false);
        favourites.mark(shop, false);
        assertThat(favourites.all()).isEmpty();
    }

    @Test
    void forgetsFavouritesWithTheirProject() {
        ProjectId shop = new WorkItemSeed(database.jdbc()).project("Shop");
        favourites.mark(shop, true);
        database.jdbc()
                .sql("DELETE FROM project WHERE id = ?")
                .param(shop.value())
                .update();

        assertThat(favourites.all()).isEmpty();
        favourites.mark(shop, true);
        assertThat(favourites.all()).isEmpty();
    }
}
