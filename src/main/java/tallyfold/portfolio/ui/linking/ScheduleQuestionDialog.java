package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Project;
import tallyfold.project.ScheduleSource;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Asks whether the first and last day of a project come from the linked system from now on. */
final class ScheduleQuestionDialog extends Dialog {

    ScheduleQuestionDialog(Project project, Consumer<ScheduleSource> answered) {
        setHeaderTitle(Texts.of("linking.schedule-question"));
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        Div body = new Div(
                new Paragraph(Texts.of(
                        "linking.schedule-question.text", project.name(), day(project.start()), day(project.finish()))),
                new Paragraph(Texts.of("linking.schedule-question.kept")));
        body.addClassName("tf-connection-left");
        add(body);
        Button take = new Button(Texts.of("linking.schedule-question.take"), _ -> {
            close();
            answered.accept(ScheduleSource.LINKED);
        });
        take.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(Texts.of("linking.schedule-question.keep"), _ -> {
            close();
            answered.accept(ScheduleSource.OWN);
        });
        getFooter().add(new Button(Texts.of("linking.cancel"), _ -> close()), keep, take);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? Texts.of("linking.schedule-question.open") : Times.day(day);
    }
}
