package tallyfold.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A key date as somebody wants it; without a day it is refused. */
public record KeyDateDraft(String name, @Nullable LocalDate day, boolean done) {}
