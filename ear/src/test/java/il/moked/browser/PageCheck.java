// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** What must hold on every page: language and direction, no text without translation, nothing wider than the screen, and the rules of axe in light and in dark. */
final class PageCheck {
    /** A fault we know and live with for now; the list may only shrink. */
    record Allowed(String rule, String target, String why) {
        boolean covers(String brokenRule, String node) {
            return rule.equals(brokenRule) && node.contains(target);
        }
    }

    static final List<Allowed> ALLOWED = List.of();

    private final ScreenLanguage language;
    private final List<String> faults = new ArrayList<>();

    PageCheck(ScreenLanguage language) {
        this.language = language;
    }

    /** @param name what the page is called where faults are told */
    void check(String name, Page page) {
        Object html = page.evaluate("() => document.documentElement.lang + ' ' + document.documentElement.dir");
        note(!html.equals(language.code() + ' ' + language.direction()), name, "html is " + html);
        note(page.title().isBlank(), name, "no title");
        // JSF shows a key that no bundle has between question marks.
        note(page.locator("body").textContent().contains("???") || page.title().contains("???"), name, "a text without translation");
        note((Boolean) page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), name, "wider than the screen");
        axe(name + ", light", page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe(name + ", dark", page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void axe(String name, Page page) {
        // Colours that are on their way from light to dark are none.
        page.waitForFunction("() => document.getAnimations().every(motion => motion.playState !== 'running')");
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            for (CheckedNode node : rule.getNodes()) {
                String target = String.valueOf(node.getTarget());
                note(ALLOWED.stream().noneMatch(known -> known.covers(rule.getId(), target)), name, rule.getId() + " at " + target + ": " + node.getFailureSummary().replaceAll("\\s+", " "));
            }
        }
    }

    private void note(boolean wrong, String name, String fault) {
        if (wrong) {
            faults.add(language.code() + ", " + name + ": " + fault);
        }
    }

    List<String> faults() {
        return faults;
    }
}
