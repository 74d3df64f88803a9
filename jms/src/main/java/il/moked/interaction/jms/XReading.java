// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Wire;
import il.moked.customer.ContactPoint;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage.FileToCome;
import il.moked.interaction.jms.SocialRow.Writer;
import jakarta.json.JsonObject;
import java.util.List;

/** Direct messages of the Account Activity API of X. What was said in public is kept and not answered here. */
final class XReading {
    private XReading() {
    }

    static Incoming read(Arrival arrival, SocialRow row) {
        JsonObject event = Wire.object(arrival.item());
        if (Wire.text(arrival.context(), "for_user_id").filter(arrival.sender()::equals).isPresent()) {
            return new Incoming.Ignored("written by us");
        }
        JsonObject data = Wire.object(event, "message_create", "message_data");
        JsonObject media = Wire.object(data, "attachment", "media");
        List<FileToCome> files = Wire.text(media, "media_url_https").map(url -> List.of(new FileToCome(url, "media", "photo".equals(Wire.text(media, "type").orElse("photo")) ? "image/*" : "video/*"))).orElse(List.of());
        Writer writer = new Writer(Wire.text(Wire.object(arrival.context(), "user"), "name").orElse(null), null, ContactPoint.Kind.X, arrival.sender());
        return row.message(Wire.text(event, "id").orElse(arrival.externalId()), writer, List.of(Wire.text(data, "text").orElse("")), files);
    }
}
