// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.catalog.ejb.Shopping;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.PublicArticles;
import il.moked.shared.Page;
import il.moked.shared.Remembered;
import il.moked.shared.ejb.PortalAddress;
import il.moked.shared.portal.Door;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What search engines may know: pages that are for everybody, in both languages, and nothing that has to do with a person. Without {@code moked.public.url} there is no map: addresses must be whole. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SiteMap extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST_PRODUCTS = 5_000;
    private static final int A_PAGE = 100;
    private static final int MOST_ARTICLES = 50;
    private static final List<String> FIXED = List.of("/", "/products", "/help", "/branches", "/contact", "/complaint", "/fault");
    private static final List<String> LANGUAGES = List.of("he", "en");
    /** Pages of one person, and pages that only take room. */
    private static final List<String> PRIVATE = List.of("/track", "/order", "/basket", "/pay", "/ticket", "/appointment", "/find", "/chat", "/lab");

    private final transient Remembered<String, List<String>> known = new Remembered<>(Duration.ofMinutes(10));

    @Inject
    transient Shopping shop;
    @Inject
    transient PublicArticles articles;
    @Inject
    transient SiteFacts facts;
    @Inject
    transient PortalAddress portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        Optional<String> address = portal.page("");
        if (request.getServletPath().endsWith("robots.txt")) {
            response.setContentType("text/plain");
            StringBuilder rules = new StringBuilder("User-agent: *\n");
            PRIVATE.forEach(path -> rules.append("Disallow: ").append(path).append('\n'));
            address.ifPresent(url -> rules.append("Sitemap: ").append(url).append("/sitemap.xml\n"));
            response.getWriter().write(rules.toString());
        } else if (address.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setContentType("application/xml");
            response.getWriter().write(map(address.get()));
        }
    }

    private String map(String url) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        for (String path : known.get("", any -> paths())) {
            for (String language : LANGUAGES) {
                xml.append("<url><loc>").append(url).append(path).append("?hl=").append(language).append("</loc>");
                LANGUAGES.forEach(other -> xml.append("<xhtml:link rel=\"alternate\" hreflang=\"").append(other).append("\" href=\"").append(url).append(path).append("?hl=").append(other).append("\"/>"));
                xml.append("</url>\n");
            }
        }
        return xml.append("</urlset>\n").toString();
    }

    private List<String> paths() {
        List<String> products = new ArrayList<>();
        Page<String> page = shop.sold(null, A_PAGE);
        products.addAll(page.rows());
        while (page.more() && products.size() < MOST_PRODUCTS) {
            page = shop.sold(products.get(products.size() - 1), A_PAGE);
            products.addAll(page.rows());
        }
        return Stream.of(FIXED.stream(), products.stream().map(sku -> "/product/" + sku), articles.newest("he", MOST_ARTICLES).stream().map(FoundArticle::id).map(id -> "/help/" + id), facts.branches().stream().map(Listing::code).map(code -> "/branch/" + code))
                .flatMap(paths -> paths).toList();
    }
}
