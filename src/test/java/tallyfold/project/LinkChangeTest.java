package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.ConnectionUsage;
import tallyfold.connection.DeletionMode;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.support.Databases;

/** What becomes of links later. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkChangeTest extends LinkingTest {

    LinkChangeTest(Databases.Kind kind) {
        super(kind);
    }

    @Nested
    class Changing {

        @Test
        void keepsNamesAndProblemsOfWhatStaysAndLooksUpWhatIsNew() {
            Element red = team("red");
            Element area = organization.element(ElementKind.AREA, "a1");
            Link link = linked(service.link(draft(project("Mine"), red, area)));
            context.getBean(JdbcClient.class)
                    .sql("UPDATE link_element SET problem = 'NOT_FOUND.ELEMENT' WHERE kind = 'AREA'")
                    .update();
            Element blue = team("blue");
            Element alone = new Element(ElementKind.AREA, "a1", false);

            Link changed = linked(
                    service.change(link.id(), new LinkChange(List.of(blue, alone), false, Rhythm.OFF, Set.of())));

            assertThat(projects.links(link.project())).containsExactly(changed);
            assertThat(changed.elements())
                    .containsExactly(
                            new LinkedElement(blue, "blue", null),
                            new LinkedElement(alone, "Root\\a1", "NOT_FOUND.ELEMENT"));
            assertThat(changed.assignedOnly()).isFalse();
            assertThat(changed.rhythm()).isEqualTo(Rhythm.OFF);
            assertThat(told.of(LinkChanged.class)).containsExactly(new LinkChanged(link.id(), true));
        }

        @Test
        void changesSettingsWithoutTheNetworkAndWithoutTheConnection() {
            Element red = team("red");
            Element blue = team("blue");
            Link link = linked(service.link(draft(project("Mine"), red, blue)));
            int asked = organization.requests.get();
            when(connections.find(FIRST)).thenReturn(Optional.empty());

            Link changed = linked(service.change(
                    link.id(),
                    new LinkChange(List.of(blue, red), false, Rhythm.every(Duration.ofMinutes(5)), Set.of())));

            assertThat(changed.rhythm()).isEqualTo(Rhythm.every(Duration.ofMinutes(5)));
            assertThat(organization.requests.get()).isEqualTo(asked);
            assertThat(told.of(LinkChanged.class)).containsExactly(new LinkChanged(link.id(), false));
        }

        @Test
        void wantsTheConnectionForOtherElements() {
            Element red = team("red");
            Element blue = team("blue");
            Link link = linked(service.link(draft(project("Mine"), red, blue)));
            when(connections.find(FIRST)).thenReturn(Optional.empty());

            assertThat(refused(service.change(link.id(), covering(link, red))).reason())
                    .contains("deleted or taken away");
            assertThat(refused(service.change(link.id(), covering(link, red, team("green"))))
                            .reason())
                    .contains("deleted or taken away");
        }

        @Test
        void refusesWhatIsGone() {
            Element red = team("red");
            Link link = linked(service.link(draft(project("Mine"), red)));
            Element gone = Element.of(ElementKind.TEAM, "gone");

            assertThat(refused(service.change(link.id(), covering(link, red, gone)))
                            .elements())
                    .containsOnlyKeys(gone);
            assertThat(refused(service.change(link.id(), covering(link))).reason())
                    .contains("Nothing is chosen");
            service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY);
            assertThat(refused(service.change(link.id(), covering(link, red))).reason())
                    .contains("removed in the meantime");
            assertThat(refused(service.change(new LinkId(UUID.randomUUID()), covering(link, red)))
                            .reason())
                    .contains("removed in the meantime");
        }

        @Test
        void warnsOfNewElementsOnlyAndNeverOfItself() {
            Element red = team("red");
            Element blue = team("blue");
            Link other = linked(service.link(draft(project("Other"), red, blue)));
            Link link = linked(service.link(acknowledging(draft(project("Mine"), red), other.id())));

            assertThat(overlapping(service.change(link.id(), covering(link, red, blue))))
                    .extracting(LinkOverlap::element)
                    .containsExactly(blue);
            linked(service.change(link.id(), covering(link, red, team("green"))));
        }
    }

    @Nested
    class Unlinking {

        @Test
        void keepsACopyUnderAKeyOfItsOwn() {
            Link link = linked(service.link(draft(project("Mine"), team("red"))));

            assertThat(service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY)).isTrue();

            assertThat(projects.links(link.project()).getFirst().detached()).isNotNull();
            assertThat(told.of(LinkDetaching.class)).singleElement().satisfies(event -> {
                assertThat(event.link()).isEqualTo(link.id());
                assertThat(event.copy()).isNotEqualTo(FIRST);
            });
            assertThat(service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY))
                    .as("is a copy already")
                    .isFalse();
        }

        @Test
        void removesACopyLater() {
            Link link = linked(service.link(draft(project("Mine"), team("red"))));
            service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY);

            assertThat(service.unlink(link.id(), UnlinkMode.REMOVE)).isTrue();

            assertThat(projects.links(link.project())).isEmpty();
            assertThat(told.of(LinksErased.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.links()).containsExactly(link.id()));
            assertThat(service.unlink(link.id(), UnlinkMode.REMOVE))
                    .as("is gone")
                    .isFalse();
        }

        @Test
        void removesTheLinkButNeverTheProject() {
            Link imported = ((ImportResult.Started) context.getBean(ImportService.class)
                            .start(FIRST, List.of(new ImportChoice(SHOP, "Shop", null, "Imported")), null))
                    .links()
                    .getFirst();

            assertThat(service.unlink(imported.id(), UnlinkMode.REMOVE)).isTrue();

            assertThat(projects.links(imported.project())).isEmpty();
            assertThat(projects.find(imported.project())).isPresent();
            assertThat(told.of(LinksErased.class)).containsExactly(new LinksErased(List.of(imported.id())));
            assertThat(service.unlink(imported.id(), UnlinkMode.REMOVE)).isFalse();
            verify(audit)
                    .record(
                            "project.unlinked",
                            "Shop " + imported.project().value(),
                            AuditEvent.Outcome.SUCCESS,
                            "REMOVE from fabrikam");
        }

        @Test
        void dropsACopyWhenTheSamePartIsLinkedAgain() {
            ProjectId mine = project("Mine");
            Element red = team("red");
            Element blue = team("blue");
            Link one = linked(service.link(draft(mine, red)));
            Link both = linked(service.link(acknowledging(draft(mine, red, blue), one.id())));
            service.unlink(one.id(), UnlinkMode.KEEP_READ_ONLY);
            service.unlink(both.id(), UnlinkMode.KEEP_READ_ONLY);

            Link again = linked(service.link(draft(mine, red)));

            assertThat(projects.links(mine))
                    .extracting(Link::id)
                    .as("the copy that has more stays")
                    .containsExactly(both.id(), again.id());
            Link whole = linked(service.link(acknowledging(draft(mine, Element.WHOLE_PROJECT), again.id())));
            assertThat(projects.links(mine)).extracting(Link::id).containsExactly(again.id(), whole.id());
        }
    }

    @Nested
    class ConnectionGoes {

        private void delete(DeletionMode mode) {
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> context.publishEvent(new ConnectionDeleting(FIRST, mode)));
        }

        private int usage() {
            return context.getBeansOfType(ConnectionUsage.class).values().stream()
                    .mapToInt(one -> one.usage(List.of(FIRST))
                            .getOrDefault(FIRST, ConnectionUsage.Usage.NONE)
                            .projects())
                    .sum();
        }

        @Test
        void countsAndErasesCopiesOfEarlierUnlinkingToo() {
            Link kept = linked(service.link(draft(project("Mine"), team("red"))));
            Link other = linked(service.link(draft(project("Yours"), team("blue"))));
            service.unlink(kept.id(), UnlinkMode.KEEP_READ_ONLY);
            assertThat(usage()).isEqualTo(2);

            delete(DeletionMode.ERASE);

            assertThat(told.of(LinksErased.class).getLast().links()).containsExactlyInAnyOrder(kept.id(), other.id());
            assertThat(projects.links(kept.project())).isEmpty();
            assertThat(projects.find(kept.project())).as("made by hand").isPresent();
        }

        @Test
        void keepsCopies() {
            Link kept = linked(service.link(draft(project("Mine"), team("red"))));
            service.unlink(kept.id(), UnlinkMode.KEEP_READ_ONLY);
            Link before = projects.links(kept.project()).getFirst();

            delete(DeletionMode.KEEP_READ_ONLY);

            assertThat(projects.links(kept.project())).containsExactly(before);
        }
    }
}
