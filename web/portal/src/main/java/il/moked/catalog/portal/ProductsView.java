// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.catalog.ejb.Shopping.Found;
import il.moked.catalog.ejb.Shopping.Offered;
import il.moked.catalog.ejb.Shopping.Shelf;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The shop's list as the page shows it. */
@Named
@RequestScoped
public class ProductsView {
    @Inject
    ShopTexts texts;
    @Inject
    ActiveLocale activeLocale;

    private String asked = "";
    private String shelf;
    private List<Shelf> shelves = List.of();
    private Found found;

    /** A shelf to choose. */
    public record Choice(String code, String text, boolean chosen) {
        public String getCode() {
            return code;
        }

        public String getText() {
            return text;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    void found(String question, String chosenShelf, List<Shelf> all, Found what) {
        asked = question;
        shelf = chosenShelf;
        shelves = all;
        found = what;
    }

    public String getAsked() {
        return asked;
    }

    public String getShelf() {
        return shelf == null ? "" : shelf;
    }

    public List<Choice> getChoices() {
        return Stream.concat(Stream.of(new Choice("", texts.text("shelf.all"), shelf == null)), shelves.stream().map(one -> new Choice(one.code(), one.name(activeLocale.getLang()), one.code().equals(shelf)))).toList();
    }

    public List<Offered> getProducts() {
        return found.products();
    }

    public String getAsOf() {
        return texts.asOf(found.asOf());
    }

    /** What follows in the address of the next page; empty when nothing follows. */
    public String getNext() {
        return found.next() == null ? "" : "q=" + encoded(asked) + "&shelf=" + encoded(getShelf()) + "&after=" + encoded(found.next());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
