// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.catalog;

import il.moked.As;
import il.moked.catalog.Promotion;
import il.moked.catalog.ejb.CatalogImporting;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.ProductKeeping;
import il.moked.catalog.ejb.PromotionKeeping;
import il.moked.catalog.ejb.Quoting;
import il.moked.channel.Channel;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings a catalogue in and quotes from it inside the server, as an agent, each quote in a committed transaction of its own. {@code do} is {@code catalog} with the number of
 * {@code products}, or {@code quote} with {@code rounds}, {@code lines} and the ids of {@code customers} from {@code first} on; it answers with nanoseconds separated by blanks.
 */
@WebServlet("/quotes")
public class QuoteProbe extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final long SEED = 5789;
    private static final int PROMOTIONS = 50;
    /** The others are for whoever says a word. */
    private static final int FOR_ALL_ONE_IN = 5;
    private static final int IN_STOCK = 1_000_000;
    private static final int SMALLEST = 1_000;

    @Inject
    transient CatalogImporting importing;
    @Inject
    transient ProductKeeping products;
    @Inject
    transient PromotionKeeping promotions;
    @Inject
    transient Quoting quoting;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setContentType("text/plain");
        int number = Integer.parseInt(request.getParameter("products"));
        try {
            if (request.getParameter("do").equals("catalog")) {
                As.run("admin", () -> bringIn(number));
            } else {
                long first = Long.parseLong(request.getParameter("first"));
                response.getWriter().write(quotes(number, Integer.parseInt(request.getParameter("rounds")), Integer.parseInt(request.getParameter("lines")), first, Integer.parseInt(request.getParameter("customers"))));
            }
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void bringIn(int number) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jerusalem"));
        String category = products.categories().get(0).code();
        file(CatalogImporting.Kind.PRODUCTS, "sku,category,hebrewName,englishName,activeFrom", number, at -> category + ",מוצר " + at + ",Product " + at + "," + today);
        String amounts = "list,sku,amount,from\r\n" + IntStream.range(0, number).mapToObj(at -> "general," + sku(at) + "," + (SMALLEST + at) + "," + today + "\r\nsmall-business," + sku(at) + "," + (SMALLEST + at - 1) + "," + today + "\r\n").collect(Collectors.joining());
        imported(importing.bringIn(CatalogImporting.Kind.PRICES, stream(amounts)));
        file(CatalogImporting.Kind.STOCK, "sku,location,onHand", number, at -> "central," + IN_STOCK);
        for (int at = 0; at < PROMOTIONS; at++) {
            String coupon = at % FOR_ALL_ONE_IN == 0 ? null : "BENCH" + at;
            promotions.create(new Promotion.Terms("bench-" + at, "מבצע " + at, "Promotion " + at, Promotion.Effect.PERCENT, 100 + at, null, null, null, null, today, null, List.of(), null, null, coupon, true, true));
        }
    }

    private void file(CatalogImporting.Kind kind, String heading, int number, IntFunction<String> rest) {
        imported(importing.bringIn(kind, stream(heading + "\r\n" + IntStream.range(0, number).mapToObj(at -> sku(at) + "," + rest.apply(at) + "\r\n").collect(Collectors.joining()))));
    }

    private static void imported(CatalogImporting.Imported outcome) {
        if (!outcome.good()) {
            throw new IllegalStateException(outcome.wrong().toString());
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sku(int at) {
        return "BENCH-" + at;
    }

    private String quotes(int number, int rounds, int lines, long first, int customers) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] nanos = As.user("dana", () -> {
            long[] took = new long[rounds];
            for (int at = 0; at < rounds; at++) {
                List<Pricing.Item> items = random.ints(0, number).distinct().limit(lines).mapToObj(one -> new Pricing.Item(sku(one), 1 + one % 3)).toList();
                Pricing.Basket basket = Pricing.Basket.of(first + random.nextInt(customers), null, items);
                long began = System.nanoTime();
                quoting.offer(basket, new Quoting.Occasion(Channel.PHONE, null, null));
                took[at] = System.nanoTime() - began;
            }
            return took;
        });
        return Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }
}
