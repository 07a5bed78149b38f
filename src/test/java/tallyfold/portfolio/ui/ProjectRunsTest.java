package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.project.Link;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;

/** The tab "History" of a project. */
@SignedInAs(Role.PROJECT_MANAGER)
class ProjectRunsTest extends PortfolioUiTest {

    private final List<SyncRun> runs = new ArrayList<>();

    @BeforeEach
    void answer() {
        clearInvocations(past, projects);
        doAnswer(call -> runs.stream()
                        .skip(call.<Integer>getArgument(2))
                        .limit(call.<Integer>getArgument(3))
                        .toList())
                .when(past)
                .page(any(), anyBoolean(), anyInt(), anyInt());
        when(past.count(any(), anyBoolean())).thenAnswer(_ -> runs.size());
    }

    private String page() {
        return text(find(ProjectView.class).single());
    }

    @Nested
    class History {

        @Test
        void listsRunsWithTheirLogs() {
            Link shop = project("Shop");
            runs.add(ImportSamples.run(shop, SyncRunStatus.FAILED, 10, 4));
            runs.add(ImportSamples.run(shop, SyncRunStatus.SUCCEEDED, 10, 10));

            go("projects/" + shop.project().value() + "/history");

            RunHistoryGrid grid = find(RunHistoryGrid.class).single();
            assertThat(test(grid).size()).isEqualTo(2);
            assertThat(test(grid).getCellText(0, 0)).isEqualTo("23 Nov 2026, 12:00");
            assertThat(test(grid).getCellText(0, 1)).isEqualTo("0:41");
            assertThat(test(grid).getCellText(0, 2)).isEqualTo("First sync");
            assertThat(test(grid).getCellText(0, 3)).isEqualTo("anna");
            assertThat(text(test(grid).getCellComponent(0, 9))).contains("Failed", "TF-CONN-17");
            assertThat(((Anchor) test(grid).getCellComponent(0, 10)).getHref()).isNotEmpty();
        }

        @Test
        void showsRunsThatFoundNothingWhenAsked() {
            Link shop = project("Shop");
            runs.add(ImportSamples.run(shop, SyncRunStatus.SUCCEEDED, 10, 10));
            go("projects/" + shop.project().value() + "/history");
            verify(past, never()).page(any(), eq(true), anyInt(), anyInt());

            test(find(Checkbox.class).single()).click();
            test(find(RunHistoryGrid.class).single()).size();
            assertThat(test(find(RunHistoryGrid.class).single()).getCellText(0, 2))
                    .isEqualTo("First sync");

            verify(past, atLeastOnce()).page(eq(shop.project()), eq(true), anyInt(), anyInt());
        }

        @Test
        void explainsThatThereWereNone() {
            Link shop = project("Shop");
            go("projects/" + shop.project().value() + "/history");

            assertThat(page()).contains("No runs yet");
            runs.add(ImportSamples.run(shop, SyncRunStatus.WAITING, null, 0));
            tell(runs.getFirst());
            assertThat(test(find(RunHistoryGrid.class).single()).size()).isEqualTo(1);
        }
    }
}
