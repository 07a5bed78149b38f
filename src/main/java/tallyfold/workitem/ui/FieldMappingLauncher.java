package tallyfold.workitem.ui;

import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkId;
import tallyfold.workitem.FieldMappingService;

/** Opens the window "Field mapping" of a link. */
@Component
public class FieldMappingLauncher {

    private final FieldMappingService mappings;
    private final ExecutorService background;

    FieldMappingLauncher(FieldMappingService mappings, @Qualifier("backgroundExecutor") ExecutorService background) {
        this.mappings = mappings;
        this.background = background;
    }

    public void open(LinkId link) {
        new FieldMappingDialog(mappings, link, background).open();
    }
}
