package tallyfold.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpArticle.Section;
import tallyfold.help.HelpNavigation;
import tallyfold.uikit.Texts;

@ViewPackages(packages = "tallyfold.help.ui")
class HelpViewsTest extends BrowserlessTest {

    private final List<String> answers = new ArrayList<>();
    private final HelpArticle article = new HelpArticle(
            "connect-azure-devops",
            "Connect",
            "Lead",
            "<h2 id=\"one\">One</h2><p>Text</p>",
            List.of(new Section("one", "One", 2, "Text"), new Section("deep", "Deep", 3, "")));

    @Test
    void listsMainHeadingsAndTheWayBackUp() {
        UI.getCurrent().add(new ArticleAside(article, List.of(), feedback()));

        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsExactly("help/connect-azure-devops#one", "help/connect-azure-devops#article-top");
    }

    @Test
    void takesAYesAtOnce() {
        UI.getCurrent().add(feedback());

        test(find(Button.class).withText("Yes").single()).click();

        assertThat(answers).containsExactly("true:");
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void asksWhatWasMissing() {
        UI.getCurrent().add(feedback());

        test(find(Button.class).withText("No").single()).click();
        find(TextArea.class).withCaption("What was missing?").single().setValue("A picture");
        test(find(Button.class).withText("Send").single()).click();

        assertThat(answers).containsExactly("false:A picture");
    }

    @Test
    void hasWordsForEachStopOfTheWalk() {
        assertThat(Walkthrough.STOPS)
                .hasSize(6)
                .allSatisfy(stop -> assertThat(Texts.has("help.walk." + stop.key() + ".title")
                                && Texts.has("help.walk." + stop.key() + ".text"))
                        .isTrue());
    }

    @Test
    void leadsFromEachPageToItsArticle() {
        assertThat(HelpNavigation.forPath("connections")).isEqualTo("help/connect-azure-devops");
        assertThat(HelpNavigation.forPath("/projects/1234")).isEqualTo("help/import-projects");
        assertThat(HelpNavigation.forPath("projects/sync-status")).isEqualTo("help/keep-in-sync");
        assertThat(HelpNavigation.forPath("projects/1234/history")).isEqualTo("help/keep-in-sync");
        assertThat(HelpNavigation.forPath("projects/1234/settings")).isEqualTo("help/project-status");
        assertThat(HelpNavigation.forPath("projects/1234/summary")).isEqualTo("help/project-status");
        assertThat(HelpNavigation.forPath("settings")).isEqualTo("help/settings");
        assertThat(HelpNavigation.forPath("system")).isEqualTo("help/system");
        assertThat(HelpNavigation.forPath("")).isEqualTo("help");
        assertThat(HelpNavigation.forPath("help/sign-in")).isEqualTo("help");
    }

    private ArticleFeedback feedback() {
        return new ArticleFeedback((helpful, remark) -> answers.add(helpful + ":" + remark));
    }
}
