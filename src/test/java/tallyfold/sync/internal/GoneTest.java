package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tallyfold.provider.RemoteWorkItem;

class GoneTest {

    private static RemoteWorkItem item(String project, long id) {
        return FakeOrganization.item(project, id, 1, "New", "t");
    }

    @Test
    void tellsWhatLeftFromWhatMovedFromWhatVanished() {
        Gone gone = Gone.of(
                new long[] {1, 2, 3, 4},
                List.of(item("Bank", 2), item("Shop", 1)),
                Set.of(4L),
                item -> !item.projectName().equals("Shop"));

        assertThat(gone).isEqualTo(new Gone(List.of(1L), List.of(2L), List.of(3L)));
    }
}
