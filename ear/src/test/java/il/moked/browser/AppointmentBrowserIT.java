// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An appointment at a branch: booked, moved and cancelled by a customer on his telephone, and by an agent on the customer's card. */
@ArquillianTest
@RunAsClient
public class AppointmentBrowserIT {
    private static final Pattern OWN = Pattern.compile(".*/appointment/[0-9A-Z]{10}(\\?.*)?");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource
    void aCustomerBooksMovesAndCancelsOnHisTelephone(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        PageCheck check = new PageCheck(language);
        Page page = chromium.person(Device.PHONE, language);
        page.navigate(Chromium.PORTAL + "/branch/dizengoff");
        page.locator("#book").click();
        assertThat(page.locator(".choices .choice").first()).isVisible();
        check.check("booking, what for", page);
        page.locator(".choices .choice").first().click();
        assertThat(page.locator(".times__time").first()).isVisible();
        check.check("booking, free times", page);
        page.locator(".days__day").nth(1).click();
        assertThat(page.locator(".days__day").nth(1)).hasAttribute("aria-current", "date");
        page.locator(".times__time").nth(2 + language.ordinal()).click();
        assertThat(page.locator("#name")).isVisible();
        check.check("booking, who", page);
        page.locator("#send").click();
        assertThat(page.locator("#name-wrong")).not().isEmpty();
        assertThat(page.locator("#telephone-wrong")).not().isEmpty();
        check.check("booking, something wrong", page);
        String name = language.either("נועה ", "Noa ") + mark;
        page.fill("#name", name);
        page.fill("#telephone", "05" + String.format("%08d", Math.floorMod(Long.parseLong(mark, 16), 100_000_000L)));
        page.locator("#send").click();

        assertThat(page).hasURL(OWN);
        assertThat(page.locator("[role=status]")).containsText(language.either("התור נקבע", "Your appointment is booked"));
        assertThat(page.locator("main")).containsText(language.either("סניף דיזנגוף", "Dizengoff branch"));
        assertThat(page.locator("main")).not().containsText(mark);
        page.waitForFunction("() => document.querySelector('.own__qr').naturalWidth > 0");
        check.check("own appointment", page);
        String hour = page.locator(".own__clock").textContent();
        APIResponse calendar = page.context().request().get(Chromium.PORTAL + page.locator("#calendar").getAttribute("href"));
        assertThat(calendar.headers().get("content-type")).startsWith("text/calendar");
        assertThat(calendar.text()).contains("BEGIN:VEVENT", "STATUS:CONFIRMED", "SEQUENCE:0").doesNotContain(mark);

        page.locator("#move").click();
        assertThat(page.locator("button.times__time").first()).isVisible();
        check.check("own appointment, another time", page);
        page.locator(".days__day").nth(2).click();
        assertThat(page.locator(".days__day").nth(2)).hasAttribute("aria-current", "date");
        page.locator("button.times__time").last().click();
        assertThat(page.locator("[role=status]")).containsText(language.either("מועד התור שונה", "The appointment was moved"));
        assertThat(page.locator(".own__clock")).not().hasText(hour);
        page.locator("#cancel").click();
        check.check("own appointment, cancelling", page);
        page.locator(".own__cancel [type=submit]").click();
        assertThat(page.locator(".own__state")).containsText(language.either("התור הזה בוטל", "This appointment is cancelled"));
        check.check("own appointment, cancelled", page);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anAgentBooksMovesAndCancelsOnTheCard(ScreenLanguage language) throws Exception {
        PageCheck check = new PageCheck(language);
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page page = desk.page();
        new MailProgram("אסתר עמר", "customer05@example.co.il").writes("תור " + mark, "אפשר לקבוע תור בסניף? " + mark);
        desk.accept(mark);
        Locator booked = page.locator("#appointments [data-appointment]");
        int before = booked.count();
        Locator dialog = page.locator("#appointment-book");
        page.locator("#appointments [data-act=appointment]").click();
        dialog.locator("#appointment-branch").selectOption("dizengoff");
        assertThat(dialog.locator(".appointment-hours .pick").first()).isVisible();
        dialog.locator("#appointment-reason").selectOption("bill");
        assertThat(dialog.locator(".appointment-hours .pick").first()).isVisible();
        dialog.locator(".appointment-days .pick").nth(1).click();
        assertThat(dialog.locator(".appointment-days input").nth(1)).isChecked();
        assertThat(dialog.locator(".appointment-hours .pick").first()).isVisible();
        assertThat(dialog.locator("#appointment-reason")).hasValue("bill");
        check.check("booking for a customer", page);
        dialog.locator(".appointment-hours .pick").nth(4 + language.ordinal()).click();
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        assertThat(desk.toast(language.either("התור נקבע", "Booked"))).isVisible();
        assertThat(booked).hasCount(before + 1);
        check.check("card with an appointment", page);

        String code = booked.last().locator(".promise__what .ltr").last().textContent();
        Locator mine = booked.filter(new Locator.FilterOptions().setHasText(code));
        mine.locator("[data-act=appointment-move]").click();
        assertThat(dialog.locator(".appointment-now")).isVisible();
        dialog.locator(".appointment-days .pick").nth(2).click();
        assertThat(dialog.locator(".appointment-days input").nth(2)).isChecked();
        assertThat(dialog.locator(".appointment-hours .pick").first()).isVisible();
        check.check("another time for a customer", page);
        dialog.locator(".appointment-hours .pick").first().click();
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        assertThat(desk.toast(language.either("המועד שונה", "Moved"))).isVisible();
        assertThat(mine).isVisible();

        mine.locator("[data-act=appointment-cancel]").click();
        Locator cancelling = page.locator("#appointment-cancelling");
        check.check("cancelling for a customer", page);
        cancelling.locator("[type=submit]").click();
        assertThat(cancelling).isHidden();
        assertThat(mine).hasCount(0);
        assertThat(check.faults()).isEmpty();
        desk.conversation().close("ANSWERED");
    }
}
