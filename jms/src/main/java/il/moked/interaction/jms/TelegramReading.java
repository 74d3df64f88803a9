// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Wire;
import il.moked.customer.ContactPoint;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage.FileToCome;
import il.moked.interaction.jms.SocialRow.Writer;
import il.moked.shared.PhoneNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Updates of the Telegram Bot API: what a person writes to the bot by himself. Groups, channels and other bots are none of ours. */
final class TelegramReading {
    private TelegramReading() {
    }

    static Incoming read(Arrival arrival, SocialRow row) {
        JsonObject update = Wire.object(arrival.item());
        JsonObject pressed = Wire.object(update, "callback_query");
        if (!pressed.isEmpty()) {
            return row.message(arrival.externalId(), writer(Wire.object(pressed, "from"), arrival.sender(), Optional.empty()), List.of(Wire.text(pressed, "data").orElse("")), List.of());
        }
        boolean edited = update.containsKey("edited_message");
        JsonObject message = Stream.of("message", "edited_message", "business_message").map(name -> Wire.object(update, name)).filter(some -> !some.isEmpty()).findFirst().orElse(update);
        JsonObject from = Wire.object(message, "from");
        JsonObject chat = Wire.object(message, "chat");
        if (Wire.isTrue(from, "is_bot") || !Wire.text(chat, "type").orElse("private").equals("private")) {
            return new Incoming.Ignored("not written to us by a person");
        }
        List<String> words = new ArrayList<>();
        if (edited) {
            words.add(row.text("edited"));
        }
        List<FileToCome> files = files(message);
        boolean said = words(message, words, row) || !files.isEmpty();
        if (!said) {
            return new Incoming.Ignored("nothing a person said");
        }
        Writer writer = writer(from, Wire.text(chat, "id").orElse(arrival.sender()), phone(message, from));
        return row.message(Wire.text(message, "message_id").map(id -> writer.address() + ":" + id).orElse(arrival.externalId()), writer, words, files);
    }

    private static Writer writer(JsonObject from, String chat, Optional<String> phone) {
        String name = Stream.of("first_name", "last_name").map(part -> Wire.text(from, part)).flatMap(Optional::stream).collect(Collectors.joining(" "));
        return new Writer(name.isEmpty() ? Wire.text(from, "username").orElse(null) : name, phone.orElse(null), ContactPoint.Kind.TELEGRAM, chat);
    }

    /** Telegram vouches for the number only when he sends his own contact. */
    private static Optional<String> phone(JsonObject message, JsonObject from) {
        JsonObject contact = Wire.object(message, "contact");
        return Wire.text(contact, "user_id").filter(owner -> Wire.text(from, "id").filter(owner::equals).isPresent()).flatMap(own -> Wire.text(contact, "phone_number"))
                .flatMap(number -> PhoneNumber.parse(number.startsWith("+") ? number : "+" + number)).map(PhoneNumber::value);
    }

    private static boolean words(JsonObject message, List<String> words, SocialRow row) {
        int before = words.size();
        Stream.of("text", "caption").map(name -> Wire.text(message, name)).flatMap(Optional::stream).forEach(words::add);
        Wire.text(Wire.object(message, "sticker"), "emoji").ifPresent(words::add);
        JsonObject contact = Wire.object(message, "contact");
        if (!contact.isEmpty()) {
            words.add(row.text("contact"));
            words.add(Stream.of("first_name", "last_name", "phone_number").map(name -> Wire.text(contact, name)).flatMap(Optional::stream).collect(Collectors.joining(" ")));
        }
        JsonObject venue = Wire.object(message, "venue");
        JsonObject point = Wire.object(message, "location");
        if (!point.isEmpty()) {
            words.add(row.text("location"));
            Stream.of("title", "address").map(name -> Wire.text(venue, name)).flatMap(Optional::stream).forEach(words::add);
            words.add(Stream.of("latitude", "longitude").map(name -> Wire.text(point, name)).flatMap(Optional::stream).collect(Collectors.joining(", ")));
        }
        if (Stream.of("poll", "dice", "story", "game", "invoice").anyMatch(message::containsKey)) {
            words.add(row.text("unsupported"));
        }
        return words.size() > before;
    }

    private static List<FileToCome> files(JsonObject message) {
        List<FileToCome> files = new ArrayList<>();
        List<JsonObject> sizes = Wire.objects(message, "photo");
        if (!sizes.isEmpty()) {
            // the same picture several times, the largest last
            Wire.text(sizes.get(sizes.size() - 1), "file_id").ifPresent(id -> files.add(new FileToCome(id, "photo.jpg", "image/jpeg")));
        }
        // an animation is also there as a document
        Stream.of("animation", "document").filter(message::containsKey).findFirst().ifPresent(name -> add(message, name, "application/octet-stream", files));
        add(message, "voice", "audio/ogg", files);
        add(message, "audio", "audio/mpeg", files);
        add(message, "video", "video/mp4", files);
        add(message, "video_note", "video/mp4", files);
        return files;
    }

    private static void add(JsonObject message, String name, String usual, List<FileToCome> files) {
        JsonObject file = Wire.object(message, name);
        String mime = Wire.text(file, "mime_type").orElse(usual);
        Wire.text(file, "file_id").ifPresent(id -> files.add(new FileToCome(id, Wire.text(file, "file_name").orElseGet(() -> FileEndings.named(name, mime)), mime)));
    }
}
