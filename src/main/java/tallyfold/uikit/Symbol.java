package tallyfold.uikit;

import com.vaadin.flow.component.icon.SvgIcon;

/** The pictograms of the product; their outlines stand in {@code frontend/icons.svg}. */
public enum Symbol {
    PROJECTS("folder"),
    PORTFOLIOS("layers"),
    CONNECTIONS("plug"),
    USERS("users"),
    AUDIT("list"),
    KEY("key-round"),
    BACKUP("archive"),
    SETTINGS("sliders-horizontal"),
    SYSTEM("activity"),
    HELP("circle-question-mark"),
    BELL("bell"),
    ADD("plus"),
    SEARCH("search"),
    MORE("ellipsis"),
    CLOSE("x"),
    CHECK("check"),
    SUCCESS("circle-check"),
    FAILURE("circle-x"),
    WARNING("triangle-alert"),
    INFO("info"),
    CLOCK("clock"),
    LOCK("lock"),
    GAUGE("gauge"),
    OFFLINE("wifi-off"),
    REFRESH("refresh-cw"),
    EDIT("pencil"),
    REPLACE("arrow-left-right"),
    IMPORT("download"),
    EXPORT("upload"),
    DELETE("trash-2"),
    LINK("link"),
    UNLINK("unlink"),
    OPEN("external-link"),
    MENU("menu"),
    CARDS("layout-grid"),
    TABLE("table"),
    TREE("list-tree"),
    LIST("rows-3"),
    COLUMNS("columns-3"),
    FILTER("list-filter"),
    TREND_UP("trending-up"),
    TREND_DOWN("trending-down"),
    FLAG("flag"),
    CALENDAR("calendar"),
    PERSON("user"),
    PEOPLE("users-round"),
    SIGN_OUT("log-out"),
    SUN("sun"),
    MOON("moon"),
    SKIPPED("circle-minus"),
    WAITING("circle"),
    RUNNING("loader-circle"),
    CHEVRON_RIGHT("chevron-right"),
    CHEVRON_DOWN("chevron-down"),
    BACK("arrow-left"),
    STOP("circle-stop"),
    COPY("copy"),
    SHIELD("shield-check"),
    BOOK("book-open"),
    BUG("bug"),
    CROWN("crown"),
    TROPHY("trophy"),
    TASK("clipboard-check"),
    STORY("book-open-text"),
    IMPEDIMENT("octagon-alert"),
    ISSUE("circle-dot"),
    TEST("flask-conical"),
    REVIEW("message-square-text"),
    RISK("shield-alert"),
    CHANGE("git-pull-request"),
    REQUIREMENT("square-check-big"),
    HOME("house"),
    THUMB_UP("thumbs-up"),
    THUMB_DOWN("thumbs-down"),
    SEND("send"),
    STAR("star"),
    PLAY("play"),
    PRINT("printer"),
    ROCKET("rocket"),
    DATABASE("database"),
    INBOX("inbox"),
    MAIL("mail"),
    EYE("eye"),
    WAND("wand-sparkles"),
    STATE_COMPLETED("state-completed"),
    STATE_RESOLVED("state-resolved"),
    STATE_IN_PROGRESS("state-in-progress"),
    STATE_PROPOSED("state-proposed"),
    STATE_REMOVED("state-removed"),
    BRAND("brand");

    private final String id;

    Symbol(String id) {
        this.id = id;
    }

    /** A new icon for decoration beside a word; hidden from screen readers. */
    public SvgIcon icon() {
        SvgIcon icon = new SvgIcon("icons.svg", id);
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.addClassName("tf-icon");
        return icon;
    }

    /** A new icon with a class name for its colour, for example {@code tf-bad}. */
    public SvgIcon icon(String className) {
        SvgIcon icon = icon();
        icon.addClassName(className);
        return icon;
    }
}
