// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.customer;

import il.moked.As;
import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerSearch;
import il.moked.customer.Customer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.search.mapper.orm.Search;

/**
 * Searches, assembles cards or asks a bare query inside the server, as an agent, and tells how long each took: nanoseconds
 * separated by blanks. {@code do} is {@code search} with {@code q} (several, one a line), {@code card} with {@code customer}, {@code query} with {@code sql} and {@code value},
 * or {@code indexed}, which answers with the number of customers in the index.
 */
@WebServlet("/customers")
public class CustomerProbe extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 6;
    private static final int ENTRIES = 40;

    @Inject
    transient CustomerSearch search;
    @Inject
    transient CustomerCards cards;
    @PersistenceContext(unitName = "moked")
    transient EntityManager entities;
    @Resource(lookup = "java:jboss/datasources/MokedDS")
    transient DataSource database;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        response.setContentType("text/plain");
        try {
            switch (request.getParameter("do")) {
                case "indexed" -> response.getWriter().write(Long.toString(Search.session(entities).search(Customer.class).where(f -> f.matchAll()).fetchTotalHitCount()));
                case "search" -> {
                    String[] typed = request.getParameter("q").split("\n");
                    response.getWriter().write(times(typed.length, at -> search.find(typed[at], null, ROWS)));
                }
                case "card" -> {
                    long customer = Long.parseLong(request.getParameter("customer"));
                    response.getWriter().write(times(Integer.parseInt(request.getParameter("rounds")), at -> cards.get(customer, ENTRIES)));
                }
                case "query" -> response.getWriter().write(times(Integer.parseInt(request.getParameter("rounds")), at -> read(request.getParameter("sql"), Long.parseLong(request.getParameter("value")))));
                default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private interface Round {
        Object run(int at) throws Exception;
    }

    /** Signing in is not part of what is measured: the agent is signed in once. */
    private static String times(int rounds, Round round) throws Exception {
        long[] nanos = As.user("dana", (Callable<long[]>) () -> {
            long[] took = new long[rounds];
            for (int at = 0; at < rounds; at++) {
                long began = System.nanoTime();
                round.run(at);
                took[at] = System.nanoTime() - began;
            }
            return took;
        });
        return Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    private int read(String sql, long value) throws Exception {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, value);
            int read = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    read++;
                }
            }
            return read;
        }
    }
}
