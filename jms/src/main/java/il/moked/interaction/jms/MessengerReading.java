// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.SentPart.Standing;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Wire;
import il.moked.customer.ContactPoint;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage.FileToCome;
import il.moked.interaction.jms.SocialRow.Writer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of Messenger and of Instagram messaging, which have one form. */
final class MessengerReading {
    private MessengerReading() {
    }

    static Incoming read(Arrival arrival, SocialRow row) {
        JsonObject event = Wire.object(arrival.item());
        if (arrival.kind() == Arrival.Kind.STATUS) {
            return status(event, row);
        }
        Writer writer = new Writer(null, null, row.channel() == Channel.INSTAGRAM ? ContactPoint.Kind.INSTAGRAM : ContactPoint.Kind.MESSENGER, arrival.sender());
        JsonObject edit = Wire.object(event, "message_edit");
        if (!edit.isEmpty()) {
            return row.message(arrival.externalId(), writer, List.of(row.text("edited"), Wire.text(edit, "text").orElse("")), List.of());
        }
        JsonObject postback = Wire.object(event, "postback");
        if (!postback.isEmpty()) {
            return row.message(Wire.text(postback, "mid").orElse(arrival.externalId()), writer, List.of(Wire.text(postback, "title").or(() -> Wire.text(postback, "payload")).orElse("")), List.of());
        }
        return message(Wire.object(event, "message"), writer, arrival, row);
    }

    private static Incoming status(JsonObject event, SocialRow row) {
        JsonObject delivery = Wire.object(event, "delivery");
        Optional<String> delivered = delivery.get("mids") instanceof JsonArray mids ? mids.stream().filter(JsonString.class::isInstance).map(mid -> ((JsonString) mid).getString()).findFirst() : Optional.empty();
        if (delivered.isPresent()) {
            return new DeliveryReport(delivered.get(), Standing.DELIVERED, null, Wire.moment(delivery, "watermark").orElse(row.receivedAt()));
        }
        Optional<String> read = Wire.text(Wire.object(event, "read"), "mid");
        return read.isPresent() ? new DeliveryReport(read.get(), Standing.READ, null, Wire.moment(event, "timestamp").orElse(row.receivedAt())) : new Incoming.Ignored("read, of nothing we sent");
    }

    private static Incoming message(JsonObject message, Writer writer, Arrival arrival, SocialRow row) {
        List<String> words = new ArrayList<>();
        List<FileToCome> files = new ArrayList<>();
        Wire.text(message, "text").ifPresent(words::add);
        for (JsonObject attachment : Wire.objects(message, "attachments")) {
            attachment(attachment, words, files, row);
        }
        return row.message(Wire.text(message, "mid").orElse(arrival.externalId()), writer, words, files);
    }

    private static void attachment(JsonObject attachment, List<String> words, List<FileToCome> files, SocialRow row) {
        String type = Wire.text(attachment, "type").orElse("");
        JsonObject payload = Wire.object(attachment, "payload");
        String url = Wire.text(payload, "url").orElse(null);
        switch (type) {
            case "image" -> files.add(new FileToCome(url, "image", "image/*"));
            case "audio" -> files.add(new FileToCome(url, "audio", "audio/*"));
            case "video", "ig_reel", "reel" -> files.add(new FileToCome(url, "video", "video/*"));
            case "file" -> files.add(new FileToCome(url, "file", "application/octet-stream"));
            case "location" -> {
                JsonObject point = Wire.object(payload, "coordinates");
                words.add(row.text("location"));
                words.add(Stream.of("lat", "long").map(name -> Wire.text(point, name)).flatMap(Optional::stream).collect(Collectors.joining(", ")));
            }
            case "template" -> words.add(row.text("template", row.language(), titles(payload)));
            case "fallback", "share", "story_mention" -> Stream.of(Wire.text(attachment, "title"), Wire.text(attachment, "url").or(() -> Optional.ofNullable(url))).flatMap(Optional::stream).forEach(words::add);
            default -> words.add(row.text("unsupported"));
        }
    }

    /** What can be read of a card with buttons or products. */
    private static String titles(JsonObject payload) {
        Stream<JsonObject> products = Stream.concat(Wire.objects(Wire.object(payload, "product"), "elements").stream(), Wire.objects(payload, "elements").stream());
        Stream<JsonObject> buttons = Wire.objects(payload, "buttons").stream();
        Stream<Optional<String>> introduction = Stream.of(Wire.text(payload, "text"), Wire.text(payload, "intro_message"));
        return Stream.concat(introduction, Stream.concat(products, buttons).flatMap(part -> Stream.of(Wire.text(part, "title"), Wire.text(part, "subtitle")))).flatMap(Optional::stream).collect(Collectors.joining(" · "));
    }
}
