// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays.Way;
import il.moked.channel.ejb.PublicLook.Look;
import il.moked.demo.ejb.DemoProfile;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The organisation as its contact page shows it. */
@Named
@RequestScoped
public class SiteView {
    private static final String SITE = "il.moked.shared.portal.site";

    @Inject
    SiteFacts ways;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    Texts texts;
    /** Name of the organisation on public pages in Hebrew; the name of its web form without it. */
    @Inject
    @ConfigProperty(name = "moked.organisation.name-he")
    Optional<String> hebrewName;
    /** Name of the organisation on public pages in English; the name of its web form without it. */
    @Inject
    @ConfigProperty(name = "moked.organisation.name-en")
    Optional<String> englishName;
    @Inject
    DemoProfile demo;

    private List<Way> mailboxes;

    public String getOrganisation() {
        Optional<String> configured = "he".equals(activeLocale.getLang()) ? hebrewName : englishName;
        return getLook().name(activeLocale.getLang()).or(() -> configured).or(() -> ways.of(Channel.FORM).stream().findFirst().map(form -> form.name(activeLocale.getLang()))).orElseGet(() -> texts.text(SITE, "organisation", activeLocale.getLocale()));
    }

    public Look getLook() {
        return ways.look();
    }

    /** Whether it has a colour of its own. */
    public boolean isColoured() {
        return getLook().accent() != null;
    }

    public boolean isForm() {
        return !ways.of(Channel.FORM).isEmpty();
    }

    public boolean isChat() {
        return !ways.of(Channel.CHAT).isEmpty();
    }

    public boolean isBranches() {
        return !ways.of(Channel.BRANCH).isEmpty();
    }

    public List<Way> getMailboxes() {
        if (mailboxes == null) {
            mailboxes = ways.of(Channel.EMAIL);
        }
        return mailboxes;
    }

    public boolean isDemo() {
        return demo.active();
    }
}
