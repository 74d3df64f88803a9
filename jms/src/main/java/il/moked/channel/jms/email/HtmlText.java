// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as plain text, the way mail programs write the plain half of a mail: quotes get {@code > } before each line and
 * rules become a line of underscores, so that {@link QuotedHistory} reads both alike.
 */
final class HtmlText implements NodeVisitor {

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "math");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre");
    private static final Set<String> BLOCKS = Set.of("div", "tr", "li", "dt", "dd", "blockquote", "section", "article", "header", "footer", "address",
            "center", "form", "fieldset", "body", "figure", "caption", "thead", "tbody", "nav", "main", "aside");
    private static final String RULE = "_".repeat(32);

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int quoteDepth;
    private int preDepth;
    private int unseenDepth;

    private HtmlText() {
    }

    static String of(String html) {
        HtmlText text = new HtmlText();
        NodeTraversor.traverse(text, Jsoup.parse(html));
        text.breakLine();
        return String.join("\n", text.lines).replaceAll("\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            if (unseenDepth == 0) {
                append(textNode.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
    }

    private void open(Element element) {
        String tag = element.normalName();
        if (UNSEEN.contains(tag)) {
            unseenDepth++;
        } else if (unseenDepth > 0) {
            return;
        } else if (tag.equals("br")) {
            lineEnd();
        } else if (tag.equals("hr")) {
            breakLine();
            line.append(RULE);
            breakLine();
        } else if (tag.equals("img")) {
            append(element.attr("alt").isBlank() ? "" : '[' + element.attr("alt").strip() + ']');
        } else if (tag.equals("td") || tag.equals("th")) {
            append(line.length() > 0 ? " " : "");
        } else if (PARAGRAPHS.contains(tag)) {
            breakLine();
            blankLine();
        } else if (BLOCKS.contains(tag)) {
            breakLine();
        }
        if (isHistory(element)) {
            breakLine();
            line.append(RULE);
            breakLine();
        }
        if (isQuote(element)) {
            breakLine();
            quoteDepth++;
        }
        preDepth += tag.equals("pre") ? 1 : 0;
        if (tag.equals("li")) {
            append("- ");
        }
    }

    private void close(Element element) {
        String tag = element.normalName();
        if (UNSEEN.contains(tag)) {
            unseenDepth--;
            return;
        }
        if (unseenDepth > 0) {
            return;
        }
        if (PARAGRAPHS.contains(tag)) {
            breakLine();
            blankLine();
        } else if (BLOCKS.contains(tag)) {
            breakLine();
        }
        preDepth -= tag.equals("pre") ? 1 : 0;
        if (isQuote(element)) {
            breakLine();
            quoteDepth--;
        }
    }

    /** The mail programs' own marks of "the rest is the mail answered to". */
    private static boolean isHistory(Element element) {
        String id = element.id();
        return id.equals("divRplyFwdMsg") || id.equals("appendonsend") || id.equals("OLK_SRC_BODY_SECTION");
    }

    private static boolean isQuote(Element element) {
        if (element.hasClass("yahoo_quoted") || element.hasClass("moz-cite-prefix")) {
            return true;
        }
        return element.normalName().equals("blockquote")
                && (element.attr("type").equalsIgnoreCase("cite") || element.hasAttr("cite") || element.hasClass("gmail_quote")
                || element.attr("style").toLowerCase(Locale.ROOT).contains("border-left") || followsColon(element));
    }

    private static boolean followsColon(Element element) {
        Node before = element.previousSibling();
        while (before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        String words = before instanceof Element e ? e.wholeText() : before instanceof TextNode t ? t.getWholeText() : "";
        return words.stripTrailing().endsWith(":");
    }

    private void append(String text) {
        if (preDepth > 0) {
            String[] rows = text.split("\r?\n", -1);
            for (int i = 0; i < rows.length; i++) {
                if (i > 0) {
                    lineEnd();
                }
                line.append(rows[i]);
            }
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00A0';
            if (!blank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
    }

    private void lineEnd() {
        String written = line.toString().stripTrailing();
        if (quoteDepth > 0) {
            written = ">".repeat(Math.min(quoteDepth, 20)) + (written.isEmpty() ? "" : ' ' + written);
        }
        lines.add(written);
        line.setLength(0);
    }

    private void breakLine() {
        if (!line.toString().isBlank()) {
            lineEnd();
        }
        line.setLength(0);
    }

    private void blankLine() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lineEnd();
        }
    }
}
