// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.catalog.ejb.Shopping.Basket;
import il.moked.catalog.ejb.Shopping.Wanted;
import il.moked.interaction.portal.ContactView.Topic;
import il.moked.interaction.portal.ContactView.Wrong;
import il.moked.order.ejb.SelfOrdering.Place;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The basket as the page shows it, with who buys as it was typed. */
@Named
@RequestScoped
public class BasketView {
    private static final String BUNDLE = "il.moked.order.portal.buy";
    private static final String CONTACT = "il.moked.interaction.portal.interaction";

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private Basket basket;
    private List<Place> places = List.of();
    private BuyForm form;
    private String token;
    private Map<String, String> problems = Map.of();
    private String notice;

    void shows(Basket what, List<Place> branches, BuyForm typed, String signed) {
        basket = what;
        places = branches;
        form = typed;
        token = signed;
    }

    void wrong(Map<String, String> found) {
        problems = found;
    }

    void says(String key, Object... arguments) {
        notice = texts.text(CONTACT, key, activeLocale.getLocale(), arguments);
    }

    void refused(BusinessException why) {
        notice = texts.refusal(why, activeLocale.getLocale());
    }

    String language() {
        return activeLocale.getLang();
    }

    public Basket getBasket() {
        return basket;
    }

    public List<Wanted> getLines() {
        return basket.lines();
    }

    public boolean isNothing() {
        return basket.empty();
    }

    /** Whether something in it cannot be bought any more. */
    public boolean isGone() {
        return !basket.gone().isEmpty();
    }

    /** Whether so many of everything are there. */
    public boolean isBuyable() {
        return basket.lines().stream().allMatch(Wanted::there);
    }

    /** Where all of it can be fetched. */
    public List<Topic> getPlaces() {
        return places.stream().filter(place -> basket.lines().stream().allMatch(line -> line.thereAt(place.code()))).map(place -> new Topic(place.code(), place.name(activeLocale.getLang()), place.code().equals(form.location()))).toList();
    }

    public String getTotal() {
        return Long.toString(basket.gross().minor());
    }

    public int getMost() {
        return BasketCookie.MOST_PIECES;
    }

    public BuyForm getForm() {
        return form;
    }

    public String getToken() {
        return token;
    }

    public String getNotice() {
        return notice;
    }

    public boolean isTrouble() {
        return !problems.isEmpty();
    }

    public List<Wrong> getWrongs() {
        return problems.entrySet().stream().map(problem -> new Wrong(problem.getKey(), text(problem.getValue()))).toList();
    }

    /** Empty when the field is right. */
    public String problem(String field) {
        return problems.containsKey(field) ? text(problems.get(field)) : "";
    }

    private String text(String key) {
        return texts.text(BUNDLE, key, activeLocale.getLocale());
    }
}
