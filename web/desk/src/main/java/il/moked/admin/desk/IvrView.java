// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.ivr.FlowCheck.Finding;
import il.moked.ivr.MenuEditions;
import il.moked.ivr.MenuFlow;
import il.moked.ivr.MenuNode;
import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuTrial;
import il.moked.ivr.MenuWalk.Outcome;
import il.moked.ivr.MenuWalks;
import il.moked.ivr.ejb.Menus;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** admin/ivr.xhtml?flow=…&node=…: a menu on the telephone as a drawing, one place of it as a form, what is wrong with it, its editions, and how callers came out of it. */
@Named
@RequestScoped
public class IvrView {
    private static final int PAGE = 30;
    private static final int DAYS = 30;
    private static final int LONGEST_SOUND = 40;
    private static final int LONGEST_TRIAL = 20;
    private static final String NEW = "new";
    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*");

    @Inject
    Menus menus;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private Optional<Menus.Edition> active;
    private Optional<Menus.Edition> draft;
    private Page<MenuEditions.Line> editions;
    private List<Finding> findings;
    private List<MenuWalks.Ending> endings;
    private List<MenuTrial.Step> trial;
    private String saved;

    /** A key and where it leads. @param next empty for nowhere */
    public record KeyRow(String key, String next, String language) {
    }

    /** How many came out of the menu one way. */
    public record Share(String outcome, long count, long percent) {
    }

    public List<String> flows() {
        return menus.flows();
    }

    public String flow() {
        String wanted = entered.text("flow");
        return wanted == null ? flows().stream().findFirst().orElse("") : wanted;
    }

    /** Null when no menu was made yet. */
    public Menus.Edition active() {
        active = active == null ? menus.active(flow()) : active;
        return active.orElse(null);
    }

    /** The draft, or null. */
    public Menus.Edition draft() {
        draft = draft == null ? menus.draft(flow()) : draft;
        return draft.orElse(null);
    }

    public boolean isThere() {
        return active() != null;
    }

    /** What is shown: the draft, else what is in force. */
    public MenuFlow content() {
        return draft() == null ? active().content() : draft().content();
    }

    public String revision() {
        return draft() == null ? "" : String.valueOf(draft().revision());
    }

    public boolean isNew() {
        return saved == null && NEW.equals(screen.text("node"));
    }

    /** The place before the editor; an empty one when it is new. */
    public MenuNode node() {
        if (isNew()) {
            return new MenuNode("", MenuNode.Kind.SAY, "", "", null, content().start(), null, null, null, List.of());
        }
        String wanted = saved == null ? screen.text("node") : saved;
        return content().find(wanted).or(() -> content().find(content().start())).orElse(content().nodes().get(0));
    }

    public FlowDrawing drawing() {
        return FlowDrawing.of(content(), isNew() ? "" : node().code(), findings(), "he".equals(screen.language()));
    }

    public List<Finding> findings() {
        return findings = findings == null ? menus.findings(content()) : findings;
    }

    public boolean isFaulty() {
        return findings().stream().anyMatch(Finding::error);
    }

    public List<String> codes() {
        return content().nodes().stream().map(MenuNode::code).toList();
    }

    public List<String> humans() {
        return content().nodes().stream().filter(node -> node.kind() == MenuNode.Kind.HUMAN).map(MenuNode::code).toList();
    }

    public List<String> kinds() {
        return Arrays.stream(MenuNode.Kind.values()).map(Enum::name).toList();
    }

    /** Each key that may lead on, in the order of the telephone. */
    public List<KeyRow> keys() {
        MenuNode node = node();
        return KEYS.stream().filter(key -> !key.equals(content().humanKey())).map(key -> node.choice(key).map(choice -> new KeyRow(key, choice.next(), choice.language())).orElseGet(() -> new KeyRow(key, "", ""))).toList();
    }

    /** Names of places that the draft adds, changes or leaves out. */
    public List<String> changed() {
        return draft() == null ? List.of() : differing(active().content(), draft().content());
    }

    private static List<String> differing(MenuFlow before, MenuFlow after) {
        List<String> names = new ArrayList<>();
        Stream.concat(before.nodes().stream(), after.nodes().stream()).map(MenuNode::code).distinct().filter(code -> !before.find(code).equals(after.find(code))).forEach(names::add);
        if (!before.start().equals(after.start()) || !before.human().equals(after.human()) || !before.humanKey().equals(after.humanKey())) {
            names.add("·");
        }
        return names;
    }

    public boolean isComparing() {
        return screen.text("compare") != null;
    }

    /** What the edition asked for changed, against the one before it. */
    public List<String> compared() {
        int number = (int) screen.number("compare");
        MenuFlow now = menus.edition(flow(), number).content();
        return menus.list(flow(), number, 1).rows().stream().findFirst().map(before -> differing(menus.edition(flow(), before.number()).content(), now)).orElse(List.of());
    }

    public List<MenuEditions.Line> editions() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Integer next() {
        return editions().isEmpty() ? null : editions().get(editions().size() - 1).number();
    }

    private Page<MenuEditions.Line> page() {
        return editions = editions == null ? menus.list(flow(), screen.text("after") == null ? null : (int) screen.number("after"), PAGE) : editions;
    }

    public List<MenuWalks.Ending> endings() {
        return endings = endings == null ? menus.endings(flow(), DAYS) : endings;
    }

    /** How calls came out of the menu, all places together. */
    public List<Share> shares() {
        long all = endings().stream().mapToLong(MenuWalks.Ending::count).sum();
        return Arrays.stream(Outcome.values()).map(outcome -> {
            long count = endings().stream().filter(ending -> ending.outcome() == outcome).mapToLong(MenuWalks.Ending::count).sum();
            return new Share(outcome.name(), count, all == 0 ? 0 : Math.round(100.0 * count / all));
        }).toList();
    }

    /** What was heard when the menu was tried; null when it was not. */
    public List<MenuTrial.Step> trial() {
        return trial;
    }

    private Integer seen() {
        return entered.whole("revision", 0, Integer.MAX_VALUE);
    }

    private void again() {
        draft = null;
        active = null;
        editions = null;
        findings = null;
    }

    public void save() {
        Menus.Edition kept = doing.tried(() -> menus.put(flow(), seen(), read()));
        if (kept != null) {
            again();
            saved = code();
            screen.answer("go", "?flow=" + flow() + "&node=" + saved);
        }
    }

    private String code() {
        String code = NEW.equals(screen.text("node")) ? entered.text("code") : entered.text("node");
        if (code == null) {
            throw new BusinessException("ivr.code", "code");
        }
        return code;
    }

    private MenuNode read() {
        MenuNode.Kind kind = MenuNode.Kind.valueOf(kinds().contains(String.valueOf(screen.text("kind"))) ? screen.text("kind") : MenuNode.Kind.SAY.name());
        boolean keysDecide = kind == MenuNode.Kind.CHOOSE || kind == MenuNode.Kind.LANGUAGE;
        List<Choice> choices = keysDecide ? KEYS.stream().filter(key -> entered.text("key-" + name(key)) != null).map(key -> new Choice(key, entered.text("key-" + name(key)), kind == MenuNode.Kind.LANGUAGE ? entered.text("language-" + name(key)) : null)).toList() : List.of();
        return new MenuNode(code(), kind, words("he"), words("en"), limited("sound", LONGEST_SOUND), keysDecide || kind.ends() ? null : entered.text("next"), kind == MenuNode.Kind.AUTHENTICATE ? entered.text("otherwise") : null,
                kind == MenuNode.Kind.HUMAN ? limited("subject", LONGEST_SOUND) : null, kind == MenuNode.Kind.BRANCH_HOURS ? limited("branch", LONGEST_SOUND) : null, choices);
    }

    private String words(String language) {
        return limited(language, MenuFlow.LONGEST_WORDS);
    }

    private String limited(String field, int most) {
        String text = entered.text(field);
        if (text != null && text.length() > most) {
            throw new BusinessException("shared.field-too-long", field, most);
        }
        return text;
    }

    /** A star is no name of a field. */
    public String name(String key) {
        return "*".equals(key) ? "star" : key;
    }

    public void remove() {
        Menus.Edition kept = doing.told("saved", () -> menus.remove(flow(), seen(), screen.text("node")));
        if (kept != null) {
            again();
            saved = kept.content().start();
            screen.answer("go", "?flow=" + flow());
        }
    }

    public void frame() {
        if (doing.told("saved", () -> menus.frame(flow(), seen(), screen.text("start"), screen.text("humanKey"), screen.text("human"))) != null) {
            again();
        }
    }

    public void tryOut() {
        doing.tried(() -> {
            String pressed = entered.text("keys") == null ? "" : entered.text("keys").replaceAll("[^0-9*]", "");
            trial = MenuTrial.of(content(), screen.language(), pressed.substring(0, Math.min(pressed.length(), LONGEST_TRIAL)));
            return trial;
        });
    }

    /** What was pressed, to be seen beside what came of it. */
    public String pressed() {
        return entered.text("keys");
    }

    public void activate() {
        if (doing.told("rules.activated", () -> menus.activate(flow(), (int) screen.number("revision"), screen.text("note"))) != null) {
            again();
        }
    }

    public void discard() {
        if (doing.told("rules.discarded", () -> {
            menus.discard(flow(), (int) screen.number("revision"));
            return true;
        }) != null) {
            again();
        }
    }

    public void rollBack() {
        if (doing.told("rules.activated", () -> menus.rollBack(flow(), (int) screen.number("id"))) != null) {
            again();
        }
    }
}
