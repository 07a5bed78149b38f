package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tallyfold.progress.ProgressDay;
import tallyfold.progress.Share;
import tallyfold.project.ProjectId;

/** Tells how far a project was lately. */
@Component
public class DayReader {

    private final ProjectDayRepository days;
    private final ShareReader shares;

    DayReader(ProjectDayRepository days, ShareReader shares) {
        this.days = days;
        this.shares = shares;
    }

    /**
     * The kept ones of so many days up to today, oldest first. Rules may have changed since today was kept, so that today is as it
     * is now.
     */
    public List<ProgressDay> read(ProjectId project, LocalDate today, int count) {
        List<ProgressDay> read = new ArrayList<>(days.between(project, today.minusDays(count - 1L), today));
        Share now = shares.of(project).total();
        if (now.items() > 0) {
            read.add(day(today, now));
        }
        return read;
    }

    static ProgressDay day(LocalDate day, Share share) {
        return new ProgressDay(day, share.items(), share.closed(), share.percent());
    }
}
