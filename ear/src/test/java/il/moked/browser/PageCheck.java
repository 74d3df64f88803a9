// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must hold on every page: language and direction, no text without translation, nothing wider than the screen, and the rules of axe in light and in dark. */
final class PageCheck {
    /** A fault we know and live with for now; the list may only shrink. */
    record Allowed(String rule, String target, String why) {
        boolean covers(String brokenRule, String node) {
            return rule.equals(brokenRule) && node.contains(target);
        }
    }

    static final List<Allowed> ALLOWED = List.of();

    /** With {@code -Dmoked.it.pictures=true} every page leaves a picture of each look beside those of failed tests. */
    private static final boolean PICTURES = Boolean.getBoolean("moked.it.pictures");
    /** What can differ between light and dark. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

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
        look(name, ColorScheme.LIGHT, List.of(), page);
        if (language == ScreenLanguage.HEBREW || PICTURES) {
            // colours know no language
            look(name, ColorScheme.DARK, COLOURS, page);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    /** @param rules the rules to hold the page to; none for all */
    private void look(String name, ColorScheme scheme, List<String> rules, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // Colours that are on their way from light to dark are none.
        page.waitForFunction("() => document.getAnimations().every(motion => motion.playState !== 'running')");
        String view = name + ", " + scheme.name().toLowerCase(Locale.ROOT);
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Chromium.PICTURES.resolve((language.code() + ' ' + view).replaceAll("[ ,]+", "-") + ".png")));
        }
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        if (!rules.isEmpty()) {
            AxeRunOnlyOptions only = new AxeRunOnlyOptions();
            only.setType("rule");
            only.setValues(rules);
            options.setRunOnly(only);
        }
        // Without frames axe needs no page of its own to gather what it found in them.
        for (Rule rule : new AxeBuilder(page).options(options).setLegacyMode(page.frames().size() == 1).analyze().getViolations()) {
            for (CheckedNode node : rule.getNodes()) {
                String target = String.valueOf(node.getTarget());
                note(ALLOWED.stream().noneMatch(known -> known.covers(rule.getId(), target)), view, rule.getId() + " at " + target + ": " + node.getFailureSummary().replaceAll("\\s+", " "));
            }
        }
    }

    /** Of what does not last long enough to be held to the rules. */
    void picture(String name, Page page) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Chromium.PICTURES.resolve((language.code() + ' ' + name).replaceAll("[ ,]+", "-") + ".png")));
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
