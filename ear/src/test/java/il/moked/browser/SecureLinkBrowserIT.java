// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An agent sends a form and asks for a photo while he serves a customer, who signs and photographs on his telephone; both are in the conversation at once. */
@ArquillianTest
@RunAsClient
public class SecureLinkBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("/l/([A-Za-z0-9_-]{43})");
    private static final Pattern CODE = Pattern.compile("(?:One-time code|קוד חד־פעמי): (\\d{6})");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String customer;

    private Set<String> texts(Page phone, Pattern sought) {
        APIResponse screen = phone.context().request().get(Chromium.PORTAL + "/lab/texts?line=SMS&as=" + customer);
        return sought.matcher(screen.text()).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private String next(Page phone, Pattern sought, Set<String> before) {
        return await().pollInSameThread().atMost(PATIENCE).until(() -> {
            Set<String> now = texts(phone, sought);
            now.removeAll(before);
            return now;
        }, now -> now.size() == 1).iterator().next();
    }

    static byte[] picture() throws Exception {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillOval(100, 60, 120, 120);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static Locator link(Page page, String state) {
        return page.locator("#links [data-secure-link][data-state=" + state + "]");
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerSignsAndPhotographsOnHisTelephoneWhileTheAgentLooks(ScreenLanguage language) throws Exception {
        chromium.expect("status of 422");
        chromium.expect("status of 404");
        customer = language.either("customer09@example.co.il", "customer10@example.co.il");
        PageCheck check = new PageCheck(language);
        AgentDesk desk = AgentDesk.of(chromium.person(Device.DESK, language), "dana").clearsTheLine();
        Page page = desk.page();
        new MailProgram(language.either("לקוח", "Customer"), customer).writes("קישור " + mark, "רוצה לעבור להוראת קבע. " + mark);
        desk.accept(mark);
        Page phone = chromium.person(Device.PHONE, language);

        Set<String> before = texts(phone, LINK);
        page.locator("#head [data-act=link]").click();
        Locator dialog = page.locator("#link-send");
        assertThat(dialog.locator("input[value=FORM]")).isChecked();
        dialog.locator("select[name=form]").selectOption("direct-debit");
        dialog.locator("#link-way").selectOption("SMS");
        check.check("sending a link", page);
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        assertThat(desk.toast(language.either("הקישור נשלח", "The link was sent"))).isVisible();
        assertThat(link(page, "SENT").first()).isVisible();
        String token = next(phone, LINK, before);
        assertThat(page.locator("#stream")).not().containsText(token);

        phone.navigate(Chromium.PORTAL + "/l/" + token);
        assertThat(phone).hasURL(Pattern.compile(".*/link/[0-9A-Z]{10}.*"));
        assertThat(phone.locator("#ask")).isVisible();
        check.check("link, who is it", phone);
        assertThat(link(page, "OPENED").first()).isVisible();
        Set<String> codes = texts(phone, CODE);
        phone.locator("#ask").click();
        assertThat(phone.locator("#code")).isVisible();
        check.check("link, the code", phone);
        phone.fill("#code", "000000");
        phone.locator("#send").click();
        assertThat(phone.locator("#code-wrong")).not().isEmpty();
        check.check("link, a wrong code", phone);
        phone.fill("#code", next(phone, CODE, codes));
        phone.locator("#send").click();

        assertThat(phone.locator("#pad")).isVisible();
        assertThat(phone.locator("#words")).not().containsText("{");
        check.check("form to sign", phone);
        phone.locator("#send").click();
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            if (phone.locator("#name-wrong").textContent().isEmpty()) {
                phone.locator("#send").click();
                phone.waitForLoadState();
                return false;
            }
            return true;
        });
        Finger.signs(phone.locator("#pad"));
        phone.locator("#send").click();
        assertThat(phone.locator("#name-wrong")).not().isEmpty();
        check.check("form to sign, something missing", phone);
        phone.fill("#name", language.either("נועה כהן", "Noa Cohen"));
        phone.locator("#send").click();
        assertThat(phone.locator("#agree-wrong")).not().isEmpty();
        assertThat(phone.locator("#name")).hasValue(language.either("נועה כהן", "Noa Cohen"));
        phone.locator("#agree").check();
        check.picture("form, about to be signed", phone);
        phone.locator("#send").click();
        assertThat(phone.locator("#paper")).isVisible();
        check.check("form signed", phone);

        Locator came = page.locator("#stream > .msg--in .file").filter(new Locator.FilterOptions().setHasText("direct-debit-"));
        assertThat(came).isVisible();
        assertThat(link(page, "DONE").first()).isVisible();
        APIResponse paper = page.context().request().get(Chromium.DESK + came.getAttribute("href"));
        assertThat(new String(paper.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        link(page, "DONE").first().locator("[data-act=link-check]").click();
        assertThat(desk.toast(language.either("הוא כפי שנחתם", "is as it was signed"))).isVisible();
        check.check("desk with a signed form", page);

        before = texts(phone, LINK);
        page.locator("#links [data-act=link]").click();
        dialog.locator("input[value=CAMERA]").check();
        dialog.locator("#link-way").selectOption("SMS");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).isHidden();
        phone.navigate(Chromium.PORTAL + "/l/" + next(phone, LINK, before));
        check.check("camera", phone);
        phone.locator("#send").click();
        assertThat(phone.locator("#files-wrong")).not().isEmpty();
        phone.locator("#photo").setInputFiles(new FilePayload("x.jpg", "image/jpeg", picture()));
        phone.locator("#send").click();
        assertThat(phone.locator("#sent-so-far")).isVisible();
        check.check("camera, sent", phone);
        assertThat(page.locator("#stream > .msg--in .file").filter(new Locator.FilterOptions().setHasText("photo-1.jpg"))).isVisible();
        link(page, "OPENED").first().locator("[data-act=link-withdraw]").click();
        assertThat(link(page, "WITHDRAWN").first()).isVisible();
        phone.reload();
        assertThat(phone.locator("h1")).containsText(language.either("הקישור בוטל", "withdrawn"));
        check.check("link withdrawn", phone);
        phone.navigate(Chromium.PORTAL + "/l/" + "A".repeat(43));
        check.check("link, none", phone);

        Page admin = chromium.person(Device.DESK, language);
        SignInPage.insteadOf(admin, "/moked/admin/forms.xhtml").enter("admin");
        assertThat(admin.locator("#forms tr").first()).isVisible();
        check.check("forms", admin);
        admin.navigate(Chromium.DESK + "/moked/admin/forms.xhtml?form=direct-debit");
        assertThat(admin.locator("#hebrewText")).isVisible();
        check.check("a form", admin);
        assertThat(check.faults()).isEmpty();
        desk.conversation().close("ANSWERED");
    }
}
