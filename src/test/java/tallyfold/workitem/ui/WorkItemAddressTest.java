package tallyfold.workitem.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.ColumnValue;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemTrait;

class WorkItemAddressTest {

    @Test
    void comesBackFromItsParametersUnchanged() {
        WorkItemAddress address = WorkItemAddress.list(WorkItemFilter.NONE
                .withText("50 % & more")
                .withTypes(List.of("User Story"))
                .withCategories(EnumSet.allOf(StateCategory.class))
                .withAssignees(List.of(WorkItemFilter.UNASSIGNED))
                .withIterations(List.of("Shop\\Release 1" + WorkItemFilter.BELOW))
                .withLate(true)
                .withTraits(EnumSet.allOf(WorkItemTrait.class)));

        String query = address.parameters().getQueryString();

        assertThat(WorkItemAddress.of(QueryParameters.fromString(query))).isEqualTo(address);
    }

    @Test
    void carriesWhatMappedColumnsShow() {
        WorkItemAddress address = WorkItemAddress.list(WorkItemFilter.NONE.withMapped(List.of(
                new ColumnValue("Team", "Web, mobile"),
                new ColumnValue("Team", "A & B = C #1"),
                new ColumnValue("Risk", "';--"))));

        assertThat(WorkItemAddress.of(
                        QueryParameters.fromString(address.parameters().getQueryString())))
                .isEqualTo(address);
    }

    @Test
    void leavesOutWhatNamesNoColumnOrNoValue() {
        WorkItemAddress address = WorkItemAddress.of(QueryParameters.fromString(
                "mapped=Team&mapped=,x&mapped=Team,&mapped=%00,%00&mapped&mapped=Risk,%D8%00High"));

        assertThat(address.filter().mapped()).extracting(ColumnValue::column).containsExactly("Risk");
    }

    @Test
    void leavesOutWhatIsNoCategoryAndNoTrait() {
        WorkItemAddress address = WorkItemAddress.of(
                QueryParameters.fromString("category=in-progress&category=IN_PROGRESS&category=x&only=%00&only=late"));

        assertThat(address.filter()).isEqualTo(WorkItemFilter.NONE.withCategories(Set.of(StateCategory.IN_PROGRESS)));
    }
}
