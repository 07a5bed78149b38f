package tallyfold.sync;

import tallyfold.project.Rhythm;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** A rhythm in words. */
public final class RhythmWords {

    private RhythmWords() {}

    /** "every 15 minutes", "by cron 0 6 * * *", "off". */
    public static String of(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Off _ -> Texts.of("sync.rhythm.off");
            case Rhythm.Every every -> Texts.of("sync.rhythm.every", Times.span(every.distance()));
            case Rhythm.Cron cron -> Texts.of("sync.rhythm.cron", cron.expression());
        };
    }
}
