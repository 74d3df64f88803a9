// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.Arrival.How;
import il.moked.branch.ArrivalLine;
import il.moked.branch.ExceptionCause;
import il.moked.branch.ejb.ByException;
import il.moked.branch.ejb.Greeting;
import il.moked.branch.ejb.Greeting.Caught;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Offline;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.branch.ejb.OfflineNumbers;
import il.moked.branch.ejb.SendingOn;
import il.moked.branch.ejb.TicketAgain;
import il.moked.branch.ejb.TicketTelling;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Times;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the greeter's page does. Not a partial request of the page: what was taken down while the line was down must be taken also
 * when the page's own state is long forgotten, and a page that waits for an answer must know at once that none comes.
 */
@WebServlet("/branch/greet")
public class GreetDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 256 * 1024;

    @Inject
    Greeting greeting;
    @Inject
    ByException byException;
    @Inject
    OfflineNumbers numbers;
    @Inject
    SendingOn sendingOn;
    @Inject
    TicketAgain ticketAgain;
    @Inject
    TicketTelling telling;
    @Inject
    GreeterWords words;
    @Inject
    Times times;
    @Inject
    ActiveLocale locale;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObjectBuilder answer;
        try {
            JsonObject asked = read(request);
            answer = CrossedLocks.retried(() -> act(asked));
        } catch (BusinessException refusal) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            answer = refused(refusal);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try (JsonWriter writer = OneJson.PROVIDER.createWriter(response.getWriter())) {
            writer.writeObject(answer.build());
        }
    }

    private static JsonObject read(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] sent = body.readNBytes(LONGEST + 1);
            if (sent.length > LONGEST) {
                throw new BusinessException("shared.bad-request");
            }
            try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(sent, StandardCharsets.UTF_8)))) {
                return reader.readObject();
            } catch (JsonException nonsense) {
                throw new BusinessException("shared.bad-request");
            }
        }
    }

    private JsonObjectBuilder refused(BusinessException refusal) {
        JsonObjectBuilder body = OneJson.PROVIDER.createObjectBuilder().add("code", refusal.code()).add("text", Problems.text(refusal, locale.getLocale()));
        if (!refusal.arguments().isEmpty() && refusal.arguments().get(0) instanceof String field) {
            body.add("field", field);
        }
        return body;
    }

    private JsonObjectBuilder act(JsonObject asked) {
        String ask = text(asked, "ask");
        switch (ask == null ? "" : ask) {
            case "numbers" -> {
                OfflineNumbers.Block block = numbers.reserve(number(asked, "branch"));
                return OneJson.PROVIDER.createObjectBuilder().add("day", block.day().toString()).add("letter", block.letter()).add("next", block.first()).add("last", block.last());
            }
            case "check-in" -> {
                String cause = text(asked, "cause");
                Visitor visitor = visitor(asked);
                return ticket(cause == null ? greeting.checkIn(number(asked, "branch"), visitor) : byException.checkIn(number(asked, "branch"), visitor, OneOf.needed(ExceptionCause.class, cause)));
            }
            case "catch-up" -> {
                return caught(greeting.catchUp(number(asked, "branch"), list(asked)));
            }
            case "send-on" -> {
                int minutes = (int) number(asked, "minutes");
                return ticket(asked.get("arrival") instanceof JsonNumber arrival ? sendingOn.waiting(arrival.longValue(), number(asked, "to"), minutes) : sendingOn.before(number(asked, "branch"), visitor(asked), number(asked, "to"), minutes));
            }
            case "ticket" -> {
                return ticket(ticketAgain.of(number(asked, "arrival")));
            }
            case "arrived" -> {
                ArrivalLine his = ticketAgain.of(number(asked, "arrival")).visit();
                return ticket(greeting.checkIn(number(asked, "branch"), new Visitor(his.customerId(), null, null, null, his.reason(), null, How.GREETER, null)));
            }
            case "tell" -> {
                return OneJson.PROVIDER.createObjectBuilder().add("told", words.text("told", telling.byText(number(asked, "arrival"), text(asked, "telephone"))));
            }
            case "leave" -> {
                greeting.leave(number(asked, "arrival"));
                return OneJson.PROVIDER.createObjectBuilder().add("left", true);
            }
            case "here" -> {
                return OneJson.PROVIDER.createObjectBuilder().add("here", true);
            }
            default -> throw new BusinessException("shared.bad-request");
        }
    }

    private JsonObjectBuilder ticket(CheckedIn in) {
        String language = locale.getLang();
        JsonObjectBuilder body = OneJson.PROVIDER.createObjectBuilder().add("id", in.visit().id()).add("number", in.visit().number()).add("reason", in.visit().reason(language)).add("already", in.already()).add("exceptional", in.exceptional())
                .add("place", place(in)).add("at", times.clock(in.visit().takenAt())).add("state", in.visit().state().name());
        if (in.visit().expectedAt() != null && in.visit().arrivedAt() == null) {
            body.add("expected", words.text("expected-at", times.clock(in.visit().expectedAt())));
        }
        return body;
    }

    private String place(CheckedIn in) {
        return switch (in.visit().state()) {
            case WAITING, EXPECTED -> words.before(in.before()) + " · " + words.expected(in.minutes());
            case CALLED, SERVING -> words.text("at-counter", in.visit().counter() == null ? "" : Integer.toString(in.visit().counter()));
            default -> words.text("over");
        };
    }

    private JsonObjectBuilder caught(List<Caught> all) {
        JsonArrayBuilder list = OneJson.PROVIDER.createArrayBuilder();
        for (Caught one : all) {
            JsonObjectBuilder body = OneJson.PROVIDER.createObjectBuilder().add("key", one.clientKey() == null ? "" : one.clientKey());
            if (one.visit() == null) {
                body.add("refused", Problems.text(new BusinessException(one.refusal(), words.text("of-it")), locale.getLocale()));
            } else {
                body.add("ticket", ticket(one.visit()));
            }
            list.add(body);
        }
        return OneJson.PROVIDER.createObjectBuilder().add("caught", list);
    }

    private static List<Offline> list(JsonObject asked) {
        List<Offline> list = new ArrayList<>();
        if (!(asked.get("list") instanceof jakarta.json.JsonArray sent)) {
            throw new BusinessException("shared.bad-request");
        }
        for (jakarta.json.JsonValue value : sent) {
            if (!(value instanceof JsonObject one)) {
                throw new BusinessException("shared.bad-request");
            }
            list.add(new Offline(visitor(one), one.get("at") instanceof JsonNumber at ? Instant.ofEpochMilli(at.longValue()) : null, text(one, "number")));
        }
        return list;
    }

    private static Visitor visitor(JsonObject from) {
        return new Visitor(from.get("customer") instanceof JsonNumber customer ? Long.valueOf(customer.longValue()) : null, text(from, "name"), text(from, "telephone"), text(from, "card"), text(from, "reason"), text(from, "appointment"), How.GREETER, text(from, "key"));
    }

    private static String text(JsonObject from, String name) {
        return from.get(name) instanceof JsonString text && !text.getString().isBlank() ? text.getString() : null;
    }

    private static long number(JsonObject from, String name) {
        if (from.get(name) instanceof JsonNumber number) {
            return number.longValue();
        }
        throw new BusinessException("shared.bad-request");
    }
}
