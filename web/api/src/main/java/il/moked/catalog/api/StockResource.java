// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.StockReservation;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Availability.Buyer;
import il.moked.catalog.ejb.Availability.Held;
import il.moked.catalog.ejb.Availability.Wanted;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.catalog.ejb.StockKeeping.Counted;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is there, what is held for whom, and what was counted. */
@Path("stock")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_FEED = 2_000_000;
    private static final long MOST_OF_ONE = 100_000;
    private static final long LONGEST_HOLD = 30L * 24 * 60;

    @Inject
    Availability availability;
    @Inject
    StockKeeping keeping;

    public record Rows<T>(List<T> items) {
    }

    public record Place(String location, int onHand, int reserved, int available) {
        static Place of(Levels.Place place) {
            return new Place(place.code(), place.onHand(), place.reserved(), place.available());
        }
    }

    /** @param available over all locations */
    public record Level(String sku, int available, List<Place> places) {
        static Level of(String sku, List<Levels.Place> places) {
            return new Level(sku, places.stream().mapToInt(Levels.Place::available).sum(), places.stream().map(Place::of).toList());
        }
    }

    /** At all locations; services and what is digital are left out. */
    @GET
    public Rows<Level> levels(@QueryParam("sku") List<String> skus) {
        if (skus.isEmpty()) {
            throw new BusinessException("shared.field-missing", "sku");
        }
        return new Rows<>(availability.of(skus).entrySet().stream().map(entry -> Level.of(entry.getKey(), entry.getValue())).toList());
    }

    /** So many are there, whatever was thought. */
    @PUT
    @Path("{sku}/{location}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Level count(@PathParam("sku") String sku, @PathParam("location") String location, String body) {
        Fields fields = PriceBodies.fields(body);
        int onHand = Math.toIntExact(fields.whole("onHand", 0, StockKeeping.MOST));
        fields.nothingElse();
        Counted counted = new Counted(sku, location, onHand);
        keeping.count(counted);
        return Level.of(counted.sku(), availability.of(List.of(counted.sku())).get(counted.sku()));
    }

    /** @param taken false when it was not newer than all that was taken before: then nothing changed */
    public record Fed(boolean taken, int changed) {
    }

    /** How much there is of many, told by the system of a warehouse: all of it or nothing. The same or an older sequence again changes nothing. */
    @PUT
    @Path("feeds/{feed}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Fed feed(@PathParam("feed") String feed, String body) {
        if (body.length() > LONGEST_FEED) {
            throw new BusinessException("shared.bad-request");
        }
        Fields fields = Fields.of(body);
        long sequence = fields.whole("sequence", 0, Long.MAX_VALUE);
        List<Counted> levels = fields.rows("levels").stream().map(row -> {
            Counted counted = new Counted(row.text("sku", LONGEST_WORD), row.text("location", LONGEST_WORD), Math.toIntExact(row.whole("onHand", 0, StockKeeping.MOST)));
            row.nothingElse();
            return counted;
        }).toList();
        fields.nothingElse();
        int changed = keeping.take(feed, sequence, levels);
        return new Fed(changed >= 0, Math.max(0, changed));
    }

    public record Part(String sku, String location, int quantity) {
        static Part of(Availability.Part part) {
            return new Part(part.sku(), part.location(), part.quantity());
        }
    }

    /** @param heldUntil absent once it has ended */
    public record Reservation(String reference, Long customerId, StockReservation.State state, Instant heldUntil, List<Part> parts) {
        static Reservation of(Held held) {
            return new Reservation(held.reference(), held.customerId(), held.state(), held.heldUntil(), held.parts().stream().map(Part::of).toList());
        }
    }

    /** All of it or nothing is held. The same reference again changes nothing. */
    @PUT
    @Path("reservations/{reference}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Reservation reserve(@PathParam("reference") String reference, String body) {
        Fields fields = PriceBodies.fields(body);
        Buyer buyer = new Buyer(reference, fields.findWhole("customerId", 1, Long.MAX_VALUE).orElse(null), fields.findOne("channel", Channel.class).orElse(null), fields.findWhole("minutes", 1, LONGEST_HOLD).map(Duration::ofMinutes).orElse(null));
        List<Wanted> wanted = fields.rows("lines").stream().map(row -> {
            Wanted one = new Wanted(row.text("sku", LONGEST_WORD), Math.toIntExact(row.whole("quantity", 1, MOST_OF_ONE)), row.findText("location", LONGEST_WORD).orElse(null));
            row.nothingElse();
            return one;
        }).toList();
        fields.nothingElse();
        return Reservation.of(availability.reserve(buyer, wanted));
    }

    @GET
    @Path("reservations/{reference}")
    public Reservation reservation(@PathParam("reference") String reference) {
        return Reservation.of(availability.reservation(reference));
    }

    /** It is sold. Said again it changes nothing. */
    @POST
    @Path("reservations/{reference}/sale")
    public Reservation sell(@PathParam("reference") String reference) {
        return Reservation.of(availability.confirm(reference));
    }

    /** He does without. Said again it changes nothing. */
    @DELETE
    @Path("reservations/{reference}")
    public Reservation release(@PathParam("reference") String reference) {
        return Reservation.of(availability.release(reference));
    }
}
