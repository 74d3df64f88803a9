// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.catalog.Product;
import il.moked.catalog.ejb.Pricing.Item;
import il.moked.order.ejb.SelfOrdering;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody without an account put into his basket: in his own browser and nowhere else. Whatever stands there is checked as if it were typed. */
final class BasketCookie {
    static final int MOST_PIECES = 99;
    private static final String NAME = "moked.basket";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern LINE = Pattern.compile("([A-Z0-9][A-Z0-9._-]{0,39})\\*([1-9]\\d?)");

    private BasketCookie() {
    }

    static List<Item> read(HttpServletRequest request) {
        Map<String, Long> items = new LinkedHashMap<>();
        for (Cookie cookie : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(NAME)) {
                for (String line : cookie.getValue().split("\\|")) {
                    Matcher parts = LINE.matcher(line);
                    if (parts.matches() && items.size() < SelfOrdering.MOST_LINES) {
                        items.put(parts.group(1), Long.parseLong(parts.group(2)));
                    }
                }
            }
        }
        return items.entrySet().stream().map(item -> new Item(item.getKey(), item.getValue())).toList();
    }

    /** That many from now on, at the most as many as one may buy; none takes it out. */
    static List<Item> with(List<Item> before, String sku, long quantity) {
        List<Item> items = new ArrayList<>(before);
        int there = items.stream().map(Item::sku).toList().indexOf(sku);
        long kept = Math.max(0, Math.min(quantity, MOST_PIECES));
        if (there >= 0 && kept == 0) {
            items.remove(there);
        } else if (there >= 0) {
            items.set(there, new Item(sku, kept));
        } else if (kept > 0 && items.size() < SelfOrdering.MOST_LINES && Product.SKU.matcher(sku).matches()) {
            items.add(new Item(sku, kept));
        }
        return items;
    }

    static void write(List<Item> items, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, items.stream().map(item -> item.sku() + "*" + item.quantity()).collect(Collectors.joining("|")));
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(items.isEmpty() ? 0 : (int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
