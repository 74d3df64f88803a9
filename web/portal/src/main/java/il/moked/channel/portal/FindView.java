// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.catalog.ejb.Shopping.Offered;
import il.moked.knowledge.ejb.FoundArticle;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What was found on the site, by kind. */
@Named
@RequestScoped
public class FindView {
    private String asked = "";
    private List<Offered> products = List.of();
    private List<FoundArticle> articles = List.of();
    private List<Listing> branches = List.of();

    void found(String question, List<Offered> sold, List<FoundArticle> helping, List<Listing> near) {
        asked = question;
        products = sold;
        articles = helping;
        branches = near;
    }

    public String getAsked() {
        return asked;
    }

    public List<Offered> getProducts() {
        return products;
    }

    public List<FoundArticle> getArticles() {
        return articles;
    }

    public List<Listing> getBranches() {
        return branches;
    }

    /** Whether something was asked and nothing found. */
    public boolean isNothing() {
        return !asked.isEmpty() && products.isEmpty() && articles.isEmpty() && branches.isEmpty();
    }
}
