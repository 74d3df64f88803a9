// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.SentPart.Standing;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Wire;
import il.moked.customer.ContactPoint;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage.FileToCome;
import il.moked.interaction.jms.SocialRow.Writer;
import il.moked.shared.PhoneNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages and statuses of the WhatsApp Cloud API. A reaction, and what the network itself says of a customer, is kept and not shown: nobody waits for an answer. */
final class WhatsAppReading {
    private WhatsAppReading() {
    }

    static Incoming read(Arrival arrival, SocialRow row) {
        JsonObject item = Wire.object(arrival.item());
        return arrival.kind() == Arrival.Kind.STATUS ? status(item, row) : message(item, arrival, row);
    }

    private static Incoming status(JsonObject status, SocialRow row) {
        Optional<Standing> standing = Wire.text(status, "status").flatMap(word -> Optional.ofNullable(switch (word) {
            case "sent" -> Standing.ACCEPTED;
            case "delivered" -> Standing.DELIVERED;
            case "read", "played" -> Standing.READ;
            case "failed" -> Standing.FAILED;
            default -> null;
        }));
        Optional<String> id = Wire.text(status, "id");
        if (standing.isEmpty() || id.isEmpty()) {
            return new Incoming.Ignored("unknown status");
        }
        return new DeliveryReport(id.get(), standing.get(), why(status), Wire.moment(status, "timestamp").orElse(row.receivedAt()));
    }

    private static String why(JsonObject status) {
        return Wire.objects(status, "errors").stream().findFirst()
                .map(error -> Stream.of(Wire.text(error, "code"), Wire.text(error, "title"), Wire.text(Wire.object(error, "error_data"), "details")).flatMap(Optional::stream).collect(Collectors.joining(" · "))).orElse(null);
    }

    private static Incoming message(JsonObject message, Arrival arrival, SocialRow row) {
        String type = Wire.text(message, "type").orElse("");
        JsonObject content = Wire.object(message, type);
        String id = Wire.text(message, "id").orElse(arrival.externalId());
        Writer writer = writer(arrival);
        return switch (type) {
            case "text" -> row.message(id, writer, List.of(referral(message, row), Wire.text(content, "body").orElse("")), List.of());
            case "image", "audio", "voice", "video", "document", "sticker" -> row.message(id, writer, List.of(referral(message, row), Wire.text(content, "caption").orElse("")), List.of(file(type, content)));
            case "button" -> row.message(id, writer, List.of(Wire.text(content, "text").or(() -> Wire.text(content, "payload")).orElse("")), List.of());
            case "interactive" -> row.message(id, writer, interactive(content), List.of());
            case "location" -> row.message(id, writer, List.of(row.text("location"), location(content)), List.of());
            case "contacts" -> row.message(id, writer, Stream.concat(Stream.of(row.text("contact")), Wire.objects(message, "contacts").stream().map(WhatsAppReading::contact)).toList(), List.of());
            case "order", "unsupported", "unknown" -> row.message(id, writer, List.of(), List.of());
            case "edit" -> row.message(id, writer, List.of(row.text("edited"), Wire.text(Wire.object(content, "message", "text"), "body").or(() -> Wire.text(content, "body")).orElse("")), List.of());
            case "reaction" -> new Incoming.Ignored("reaction");
            case "revoke" -> new Incoming.Ignored("deleted by the customer");
            case "system", "request_welcome", "ephemeral" -> new Incoming.Ignored("of the network itself");
            default -> new Incoming.Ignored("unknown type " + type);
        };
    }

    /** Known by his telephone number; one who hides it by an id of WhatsApp's. */
    private static Writer writer(Arrival arrival) {
        JsonObject contact = Wire.object(arrival.context(), "contact");
        String name = Wire.text(Wire.object(contact, "profile"), "name").or(() -> Wire.text(Wire.object(contact, "profile"), "username")).orElse(null);
        Optional<String> phone = Optional.of(arrival.sender()).filter(sender -> sender.matches("\\d{6,15}")).flatMap(digits -> PhoneNumber.parse("+" + digits)).map(PhoneNumber::value);
        return new Writer(name, phone.orElse(null), phone.isPresent() ? null : ContactPoint.Kind.WHATSAPP, arrival.sender());
    }

    /** What he saw before he wrote: an advertisement or a post. */
    private static String referral(JsonObject message, SocialRow row) {
        JsonObject referral = Wire.object(message, "referral");
        String about = Stream.of("headline", "source_url").map(name -> Wire.text(referral, name)).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return about.isEmpty() ? "" : row.text("referral", row.language(), about);
    }

    private static FileToCome file(String type, JsonObject content) {
        // some senders escape the slash twice
        String mime = Wire.text(content, "mime_type").orElse("application/octet-stream").replace("\\/", "/");
        return new FileToCome(Wire.text(content, "id").orElse(null), Wire.text(content, "filename").orElseGet(() -> FileEndings.named(type, mime)), mime);
    }

    private static List<String> interactive(JsonObject content) {
        return Stream.of("button_reply", "list_reply", "nfm_reply").map(name -> Wire.object(content, name)).filter(reply -> !reply.isEmpty()).findFirst()
                .map(reply -> Stream.of("title", "description", "body").map(name -> Wire.text(reply, name)).flatMap(Optional::stream).toList()).orElse(List.of());
    }

    private static String location(JsonObject content) {
        String place = Stream.of("name", "address", "url").map(name -> Wire.text(content, name)).flatMap(Optional::stream).distinct().collect(Collectors.joining(", "));
        String point = Stream.of("latitude", "longitude").map(name -> Wire.text(content, name)).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return Stream.of(place, point).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String contact(JsonObject contact) {
        Optional<String> name = Wire.text(Wire.object(contact, "name"), "formatted_name");
        Stream<String> phones = Wire.objects(contact, "phones").stream().map(phone -> Wire.text(phone, "phone")).flatMap(Optional::stream);
        Stream<String> mails = Wire.objects(contact, "emails").stream().map(mail -> Wire.text(mail, "email")).flatMap(Optional::stream);
        return Stream.of(name.stream(), phones, mails).flatMap(part -> part).collect(Collectors.joining(" · "));
    }
}
