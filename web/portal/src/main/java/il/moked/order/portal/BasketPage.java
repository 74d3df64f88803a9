// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import il.moked.catalog.ejb.Pricing.Item;
import il.moked.catalog.ejb.Shopping;
import il.moked.catalog.ejb.Shopping.Basket;
import il.moked.catalog.portal.Buyer;
import il.moked.interaction.portal.FormDoor;
import il.moked.interaction.portal.FormToken;
import il.moked.order.ejb.SelfOrdering;
import il.moked.order.ejb.SelfOrdering.Ticket;
import il.moked.order.ejb.SelfOrdering.Wish;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.portal.Door;
import il.moked.shared.portal.Limits;
import il.moked.shared.portal.Pages;
import il.moked.shared.portal.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /basket}: what is in it, changed line by line, and bought: no card is typed here, that is done on the provider's page. */
@Door(to = Door.Caller.ANYBODY)
@WebServlet({"/basket", "/basket/buy"})
public class BasketPage extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Shopping shop;
    @Inject
    transient SelfOrdering ordering;
    @Inject
    transient BasketView view;
    @Inject
    transient Buyer buyer;
    @Inject
    transient FormDoor door;
    @Inject
    transient Limits limits;
    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Duration wait = limits.shops().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
            return;
        }
        show(HttpServletResponse.SC_OK, BuyForm.typed(name -> null), door.issue(), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        boolean buys = request.getServletPath().endsWith("/buy");
        Duration wait = buys ? limits.purchases().take(Visitor.of(request)) : limits.shops().take(Visitor.of(request));
        if (!wait.isZero()) {
            pages.tooMany(wait, response);
        } else if (buys) {
            buy(request, response);
        } else {
            change(request, response);
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response) {
        String sku = request.getParameter("sku") == null ? "" : request.getParameter("sku").strip().toUpperCase(Locale.ROOT);
        List<Item> items = BasketCookie.read(request);
        long there = items.stream().filter(item -> item.sku().equals(sku)).mapToLong(Item::quantity).findFirst().orElse(0);
        long quantity = request.getParameter("add") == null ? number(request.getParameter("quantity"), there) : there + number(request.getParameter("add"), 0);
        BasketCookie.write(BasketCookie.with(items, sku, quantity), request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/basket");
    }

    private static long number(String typed, long otherwise) {
        return typed != null && typed.strip().matches("\\d{1,4}") ? Long.parseLong(typed.strip()) : otherwise;
    }

    private void buy(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        BuyForm form = BuyForm.typed(request::getParameter);
        Optional<FormToken> token = door.read(request.getParameter("token"));
        String signed = door.kept(request.getParameter("token"));
        view.wrong(form.problems());
        Optional<String> refusal = door.refusal(token, request.getParameter("website"));
        if (view.isTrouble() || refusal.isPresent()) {
            refusal.filter(why -> !view.isTrouble()).ifPresent(view::says);
            show(UNPROCESSABLE, form, signed, request, response);
            return;
        }
        Duration wait = limits.bookings().take("buy " + (form.phone().isBlank() ? form.email() : form.phone()));
        if (!wait.isZero()) {
            pages.retryAfter(wait, response);
            view.says("again.often", Pages.seconds(wait));
            show(TOO_MANY, form, signed, request, response);
            return;
        }
        try {
            Wish wish = new Wish("site-" + token.get().reference(), buyer.customerId(), BasketCookie.read(request), form.said(), seen(request), view.language());
            Ticket ticket = CrossedLocks.retried(() -> ordering.place(wish));
            BasketCookie.write(List.of(), request, response);
            OrderCookie.write(ticket, request, response);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/order/" + ticket.number() + "/" + ticket.code() + "?placed");
        } catch (BusinessException refused) {
            view.refused(refused);
            show(UNPROCESSABLE, form, signed, request, response);
        }
    }

    /** What the page said it costs. */
    private static Money seen(HttpServletRequest request) {
        String total = request.getParameter("total");
        return Money.agorot(total != null && total.matches("\\d{1,15}") ? Long.parseLong(total) : 0);
    }

    private void show(int status, BuyForm form, String token, HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Basket basket = shop.basket(buyer.customerId(), BasketCookie.read(request));
        view.shows(basket, basket.empty() ? List.of() : ordering.places(), form, token);
        response.setStatus(status);
        pages.show("order/basket", request, response);
    }
}
