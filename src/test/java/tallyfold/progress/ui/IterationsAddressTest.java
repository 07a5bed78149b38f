package tallyfold.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IterationsAddressTest {

    private static IterationsAddress read(String query) {
        return IterationsAddress.of(QueryParameters.fromString(query));
    }

    @Test
    void beginsWithTheTimelineAroundToday() {
        assertThat(read("")).isEqualTo(IterationsAddress.START);
        assertThat(IterationsAddress.START.parameters().getQueryString()).isEmpty();
    }

    @Test
    void comesBackFromItsParametersUnchanged() {
        IterationsAddress one = new IterationsAddress(true, "a link", YearMonth.of(2026, 8), false);
        IterationsAddress all = IterationsAddress.START.withAll();

        assertThat(read(one.parameters().getQueryString())).isEqualTo(one);
        assertThat(read(all.parameters().getQueryString())).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-13", "from=", "from=0000-01", "from=%00", "from=+999999999-12", "view=x"})
    void leavesOutWhatIsNoMonth(String query) {
        assertThat(read(query)).isEqualTo(IterationsAddress.START);
    }
}
