// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.knowledge.ArticlePassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The text of an article: an allow-list of HTML, and the same as plain text. Pictures are not among it yet. */
final class ArticleHtml {
    private static final PolicyFactory TEXT = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "pre", "code", "h2", "h3", "table", "thead", "tbody", "tr", "td", "th", "hr", "a", "sup", "sub")
            .allowAttributes("dir").matching(true, "rtl", "ltr", "auto").globally()
            .allowAttributes("href").onElements("a").allowUrlProtocols("http", "https", "mailto", "tel").requireRelsOnLinks("noopener", "noreferrer")
            .allowAttributes("colspan", "rowspan").onElements("td", "th")
            .toFactory();
    private static final Set<String> APART = Set.of("p", "h2", "h3", "ul", "ol", "table", "blockquote", "pre");
    private static final Set<String> BLOCKS = Set.of("div", "li", "tr", "hr");
    private static final int LONGEST_SECTION = 1500;

    private ArticleHtml() {
    }

    /** @param heading that stands before it, or null */
    record Section(String heading, String text) {
    }

    /** Only what is allowed. Empty when nothing can be read of it. */
    static String safe(String html) {
        String safe = TEXT.sanitize(html).strip();
        return Jsoup.parse(safe).text().isBlank() ? "" : safe;
    }

    /** As it is written in a message: a line a paragraph, an empty one between them, points and numbers before what is listed. */
    static String text(String html) {
        Plain plain = new Plain();
        NodeTraversor.traverse(plain, Jsoup.parse(html).body());
        return plain.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** From heading to heading; what is long in several pieces that end with a paragraph. */
    static List<Section> sections(String html) {
        List<Section> sections = new ArrayList<>();
        String heading = null;
        StringBuilder text = new StringBuilder();
        for (Node node : Jsoup.parse(html).body().childNodes()) {
            boolean title = node instanceof Element element && Set.of("h2", "h3").contains(element.normalName());
            if (title || text.length() > LONGEST_SECTION) {
                close(sections, heading, text);
            }
            if (title) {
                String written = ((Element) node).text();
                heading = written.length() > ArticlePassage.LONGEST_HEADING ? written.substring(0, ArticlePassage.LONGEST_HEADING) : written;
            } else {
                text.append(text(node.outerHtml())).append('\n');
            }
        }
        close(sections, heading, text);
        return sections;
    }

    private static void close(List<Section> sections, String heading, StringBuilder text) {
        if (!text.toString().isBlank()) {
            sections.add(new Section(heading, text.toString().strip()));
        }
        text.setLength(0);
    }

    private static final class Plain implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String written = words.getWholeText().replaceAll("\\s+", " ");
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? written.stripLeading() : written);
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if ("br".equals(name)) {
                    text.append('\n');
                } else if (APART.contains(name)) {
                    gap("li".equals(parent(element)) ? 0 : 2);
                } else if (BLOCKS.contains(name)) {
                    gap(1);
                }
                if ("li".equals(name)) {
                    text.append("ol".equals(parent(element)) ? element.elementSiblingIndex() + 1 + ". " : "• ");
                } else if (Set.of("td", "th").contains(name) && element.elementSiblingIndex() > 0) {
                    text.append(" · ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                String address = element.attr("href");
                if ("a".equals(name) && !address.isEmpty() && !address.contains(element.text())) {
                    text.append(" (").append(address).append(')');
                }
                if (APART.contains(name)) {
                    gap("li".equals(parent(element)) ? 1 : 2);
                } else if (BLOCKS.contains(name)) {
                    gap(1);
                }
            }
        }

        private static String parent(Element element) {
            return element.parent() == null ? "" : element.parent().normalName();
        }

        private void gap(int lines) {
            int end = text.length();
            int there = 0;
            while (there < end && text.charAt(end - 1 - there) == '\n') {
                there++;
            }
            text.append("\n".repeat(end == 0 ? 0 : Math.max(0, lines - there)));
        }
    }
}
