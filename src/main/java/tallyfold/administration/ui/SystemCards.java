package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.administration.SystemState;
import tallyfold.provider.Allowances.Allowance;
import tallyfold.sync.EngineState;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Bytes;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The state of the installation as cards. */
final class SystemCards {

    private final SystemState state;
    private final Clock clock;

    SystemCards(SystemState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    Component[] all() {
        return new Component[] {
            card("health", health()),
            card("version", version()),
            card("database", database()),
            card("disk", disk()),
            card("queue", queue()),
            card("runs", runs()),
            card("allowance", allowances())
        };
    }

    private static Section card(String key, Component content) {
        Section card = new Section(new H2(Texts.of("administration.system." + key)), content);
        card.addClassNames("tf-card", "tf-system-card");
        return card;
    }

    private Component health() {
        UnorderedList list = new UnorderedList();
        list.addClassName("tf-system-checks");
        for (SystemState.Check check : state.checks()) {
            StatusWord word = check.good()
                    ? new StatusWord(Symbol.SUCCESS, check.word(), StatusWord.Tone.GOOD)
                    : new StatusWord(Symbol.FAILURE, check.word(), StatusWord.Tone.BAD, check.detail());
            String article = check.article();
            if (article != null) {
                Anchor more = new Anchor(article, Texts.of("administration.health.more"));
                more.addClassName("tf-second-line");
                word.add(more);
            }
            list.add(new ListItem(new Span(check.name()), word));
        }
        return list;
    }

    private Component version() {
        return facts(List.of(
                fact("version", state.version()), fact("java", state.java()), fact("uptime", uptime(state.uptime()))));
    }

    private Component database() {
        SystemState.Database database = state.database();
        return database == null
                ? sentence("no-database")
                : facts(List.of(
                        fact("database", database.product()),
                        fact("size", size(database.bytes())),
                        fact("schema", database.schema())));
    }

    private Component disk() {
        SystemState.Disk disk = state.disk();
        String[] free = fact("free", Texts.of("administration.system.free-of", size(disk.free()), size(disk.total())));
        Div content = new Div(facts(List.<String[]>of(free)));
        if (disk.isLow()) {
            content.add(new Note(StatusWord.Tone.WARNING, Texts.of("administration.system.disk-low")));
        }
        return content;
    }

    private Component queue() {
        EngineState engine = state.engine();
        if (engine == null) {
            return sentence("no-database");
        }
        Instant round = engine.lastRound();
        return facts(List.of(
                fact("waiting", engine.waiting()),
                fact("running", engine.running()),
                fact("overdue", engine.overdue()),
                fact(
                        "last-round",
                        round == null ? Texts.of("administration.system.never") : Times.recent(round, clock))));
    }

    private Component runs() {
        EngineState engine = state.engine();
        if (engine == null) {
            return sentence("no-database");
        }
        List<String[]> lines = new ArrayList<>();
        for (SyncRunStatus status : SyncRunStatus.values()) {
            if (status.finished()) {
                lines.add(new String[] {
                    status.label(), Long.toString(engine.ended().getOrDefault(status, 0L))
                });
            }
        }
        return facts(lines);
    }

    private Component allowances() {
        if (state.allowances().isEmpty()) {
            return sentence("no-allowance");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("tf-system-allowances");
        for (Allowance allowance : state.allowances()) {
            Span name = new Span(allowance.organization());
            name.addClassName("tf-system-name");
            Span words = new Span(words(allowance));
            words.addClassName("tf-second-line");
            list.add(new ListItem(name, words));
        }
        return list;
    }

    private String words(Allowance allowance) {
        List<String> words = new ArrayList<>();
        Instant paused = allowance.pausedUntil();
        Instant slowed = allowance.slowedUntil();
        if (paused != null) {
            words.add(Texts.of("administration.system.paused", Times.minute(paused)));
        } else if (slowed != null) {
            words.add(Texts.of("administration.system.slowed", Times.minute(slowed)));
        }
        words.add(Texts.of("administration.system.in-flight", allowance.inFlight(), allowance.width()));
        if (allowance.remaining() != null && allowance.limit() != null) {
            words.add(Texts.of("administration.system.remaining", allowance.remaining(), allowance.limit()));
        }
        return String.join(" · ", words);
    }

    private static String[] fact(String key, Object value) {
        return new String[] {Texts.of("administration.system." + key), value.toString()};
    }

    private static Component facts(List<String[]> facts) {
        DescriptionList list = new DescriptionList();
        list.addClassName("tf-system-facts");
        for (String[] fact : facts) {
            list.add(new DescriptionList.Term(fact[0]), new DescriptionList.Description(fact[1]));
        }
        return list;
    }

    private static Paragraph sentence(String key) {
        Paragraph sentence = new Paragraph(Texts.of("administration.system." + key));
        sentence.addClassName("tf-quiet");
        return sentence;
    }

    private static String size(@Nullable Long bytes) {
        return bytes == null ? Texts.of("administration.system.unknown") : Bytes.words(bytes);
    }

    private static String uptime(Duration uptime) {
        return uptime.toDays() > 0
                ? Texts.of("administration.system.days", uptime.toDays(), uptime.toHoursPart())
                : Times.duration(uptime);
    }
}
