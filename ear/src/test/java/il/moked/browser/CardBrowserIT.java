// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent reads the whole history of a customer of many years, finds what he looks for in it, and leaves what others must know. */
@ArquillianTest
@RunAsClient
public class CardBrowserIT {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void theHistoryIsReadToItsBeginning(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", FullCard.LONG);
        assertThat(card.name()).hasText("דוד צור");
        assertThat(card.entries().first()).isVisible();
        check.check("full card", card.page());
        int first = card.entries().count();
        assertThat(first).as("the first page and no more").isEqualTo(40);
        card.scrollsToTheEnd();
        @SuppressWarnings("unchecked")
        List<String> ids = (List<String>) card.page().evaluate("() => Array.from(document.querySelectorAll('#entries > .entry')).map(entry => entry.id)");
        assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(card.entries("MESSAGE")).hasCount(0);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLookedForIsFoundByKindChannelAndTime(ScreenLanguage language) throws Exception {
        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", FullCard.LONG);
        Page page = card.page();
        card.only("messages");
        assertThat(card.entries("CONTACT")).hasCount(0);
        assertThat(card.entries("MESSAGE").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*[?&]kind=messages.*"));
        page.locator("summary:has(.icon--chat)").click();
        page.locator("[name=timeline-channel][value=WHATSAPP]").check();
        assertThat(page.locator("#entries .entry__sign--message:not(.chan--whatsapp)")).hasCount(0);
        assertThat(card.entries("MESSAGE").first()).isVisible();
        int byWhatsApp = card.entries().count();
        page.reload();
        assertThat(card.entries()).hasCount(byWhatsApp);
        page.locator(".pill[data-act=timeline-all]").click();
        assertThat(page.locator("#entries .entry__sign--contact.chan--fax").first()).isVisible();
        page.locator("summary:has(.icon--calendar)").click();
        page.locator("#timeline-to").fill("2000-01-01");
        assertThat(page.locator("#timeline .empty__title")).hasText(language.either("אין בציר הזמן רשומות כאלה", "Nothing like this on the timeline"));
        page.locator("#timeline .empty [data-act=timeline-all]").click();
        assertThat(card.entries().first()).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void aSectionIsReadWhenItIsShownAndTheKeysReachEverything(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", FullCard.LONG);
        Page page = card.page();
        assertThat(page.locator("#section #promises")).hasCount(0);
        page.keyboard().press("2");
        assertThat(card.section("promises").locator("#promises")).isVisible();
        assertThat(card.entries()).hasCount(0);
        assertThat(card.tab("promises")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*[?&]tab=promises.*"));
        check.check("full card, promises", page);
        page.keyboard().press(language.either("ArrowRight", "ArrowLeft"));
        assertThat(card.section("timeline")).isVisible();
        assertThat(card.entries().first()).isVisible();
        page.goBack();
        assertThat(card.section("promises")).isVisible();
        page.keyboard().press("1");
        assertThat(card.entries().first()).isVisible();
        page.keyboard().press("j");
        assertThat(card.entries().first().locator(".entry__row")).isFocused();
        assertThat(page.locator(".peek")).hasCount(0);
        card.entries("CONTACT").first().locator("button.entry__row").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".entry__more .peek")).isVisible();
        check.check("full card, an entry open", page);
        page.keyboard().press("o");
        assertThat(page.locator("#talk[data-open]")).isVisible();
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAlertIsGivenSeenAndTakenOff(ScreenLanguage language) throws Exception {
        FullCard card = FullCard.of(chromium.person(Device.DESK, language), "dana", FullCard.LONG);
        String text = "לזכור remember " + mark;
        card.giveAlert("WARNING", text);
        card.page().reload();
        assertThat(card.alert(text)).isVisible();
        card.alert(text).locator("[data-act=alert-remove]").click();
        assertThat(card.alert(text)).hasCount(0);
        card.page().locator("#toasts .toast .link").click();
        assertThat(card.alert(text)).isVisible();
        card.alert(text).locator("[data-act=alert-remove]").click();
        assertThat(card.alert(text)).hasCount(0);
        card.only("card");
        assertThat(card.entries("ALERT").filter(new Locator.FilterOptions().setHasText(text))).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneShowsItInOneColumn(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        FullCard card = FullCard.of(chromium.person(Device.PHONE, language), "dana", FullCard.LONG);
        assertThat(card.entries().first()).isVisible();
        check.check("full card on a telephone", card.page());
        card.page().locator("[data-act=glance]").click();
        assertThat(card.page().locator("#glance")).isVisible();
        check.check("at a glance on a telephone", card.page());
        assertThat(check.faults()).isEmpty();
    }
}
