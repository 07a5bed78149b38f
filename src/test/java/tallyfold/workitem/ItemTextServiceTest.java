package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.Throttled;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteItemText;
import tallyfold.provider.RemoteItemText.Format;
import tallyfold.provider.RemoteItemText.Kind;
import tallyfold.support.Databases;
import tallyfold.workitem.internal.ItemSourceRepository;

/** Who is asked for a description, and what people get to see of the answer. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ItemTextServiceTest {

    private final Databases database;
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final ConnectionSessions sessions = mock(ConnectionSessions.class);
    private final ProviderSession session = mock(ProviderSession.class);
    private ItemTextService texts;
    private ProjectId shop;
    private LinkId link;
    private WorkItemKey item;

    ItemTextServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
    }

    @BeforeEach
    void anItem() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(ConnectionSessions.class, () -> sessions);
        context.register(ItemSourceRepository.class, ItemTextService.class);
        context.refresh();
        texts = context.getBean(ItemTextService.class);
        when(sessions.open(connection)).thenReturn(session);
        WorkItemSeed seed = new WorkItemSeed(database.jdbc());
        shop = seed.project("Shop");
        link = seed.link(shop, connection, "Shop", "Agile");
        item = seed.item(link, connection, 7, _ -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void cleansWhatTheSourceSays() {
        when(session.itemText(7))
                .thenReturn(new RemoteItemText(List.of(
                        new RemoteItemText.Part(Kind.DESCRIPTION, Format.HTML, "<p onclick=x>Hi</p>"),
                        new RemoteItemText.Part(Kind.REPRO_STEPS, Format.HTML, "<script>x</script>"))));

        assertThat(texts.read(shop, item))
                .isEqualTo(new ItemText.Read(List.of(new ItemText.Part(Kind.DESCRIPTION, "<p>Hi</p>", false))));
        verify(session).close();
    }

    @Test
    void saysThatALongTextWasCut() {
        when(session.itemText(7))
                .thenReturn(new RemoteItemText(
                        List.of(new RemoteItemText.Part(Kind.DESCRIPTION, Format.HTML, "a".repeat(300_000)))));

        assertThat(((ItemText.Read) texts.read(shop, item)).parts())
                .singleElement()
                .matches(ItemText.Part::cut);
    }

    @Test
    void turnsARefusalIntoWords() {
        when(session.itemText(7)).thenThrow(new ProviderException(new Throttled(Duration.ofSeconds(40))));

        assertThat(((ItemText.Failed) texts.read(shop, item)).words().id()).isEqualTo("TF-CONN-11");
        verify(session).close();
    }

    @Test
    void asksNobodyForAReadOnlyCopy() {
        database.jdbc()
                .sql("UPDATE link SET detached_at = created_at WHERE id = ?")
                .param(link.value())
                .update();

        assertThat(texts.read(shop, item)).isEqualTo(new ItemText.Copy());
        verify(sessions, never()).open(any());
    }

    @Test
    void doesNotReadWhatTheProjectDoesNotShow() {
        ProjectId other = new WorkItemSeed(database.jdbc()).project("Other");

        assertThat(texts.read(other, item)).isEqualTo(new ItemText.Copy());
        assertThat(texts.read(shop, new WorkItemKey(connection, 8))).isEqualTo(new ItemText.Copy());
        verify(session, never()).itemText(anyLong());
    }
}
