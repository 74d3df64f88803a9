// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.MessagingWindow;
import il.moked.channel.Templates.Filled;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.social.InOrder.Step;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Out by the WhatsApp Cloud API. Settings: {@code phone-number-id}; {@code base-url} where the provider is not Meta itself. */
@ApplicationScoped
public class WhatsAppGateway implements ChannelGateway, MediaSource {
    /** Characters of a text body, and of a caption. */
    private static final int LONGEST_TEXT = 4096;
    private static final int LARGEST_PICTURE = 5 * 1024 * 1024;
    private static final int LARGEST_SOUND = 16 * 1024 * 1024;

    @Inject
    Meta meta;
    @Inject
    Clock clock;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.WHATSAPP);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        if (outgoing.template() == null && !MessagingWindow.of(outgoing.channel(), outgoing.lastInboundAt()).open(clock.instant())) {
            return new Dispatch.Unfit(MessengerGateway.WINDOW_CLOSED);
        }
        return InOrder.send(() -> steps(outgoing));
    }

    private List<Step> steps(Outgoing outgoing) throws Away, Silent, Refusal {
        String path = "/" + ProviderAddress.setting(outgoing.settings(), "phone-number-id");
        List<JsonObject> bodies = new ArrayList<>();
        if (outgoing.template() != null) {
            bodies.add(to(outgoing, "template", template(outgoing.template())));
        } else {
            InOrder.parts(outgoing.text(), LONGEST_TEXT).forEach(part -> bodies.add(to(outgoing, "text", OneJson.PROVIDER.createObjectBuilder().add("preview_url", false).add("body", part).build())));
        }
        for (OutgoingFile file : outgoing.files()) {
            // all files are handed over before the first word is sent
            String type = type(file);
            JsonObject uploaded = meta.post(outgoing.account(), outgoing.settings(), path + "/media", new Multipart().field("messaging_product", "whatsapp").field("type", file.contentType()).file("file", file.fileName(), file.contentType(), file.content()));
            JsonObjectBuilder media = OneJson.PROVIDER.createObjectBuilder().add("id", Wire.text(uploaded, "id").orElseThrow(() -> new Refusal("a file was taken without an id")));
            bodies.add(to(outgoing, type, type.equals("document") ? media.add("filename", file.fileName()).build() : media.build()));
        }
        return bodies.stream().<Step>map(body -> () -> id(meta.post(outgoing.account(), outgoing.settings(), path + "/messages", body))).toList();
    }

    private static JsonObject to(Outgoing outgoing, String type, JsonObject content) {
        boolean phone = outgoing.recipient().matches("\\+?\\d+");
        return OneJson.PROVIDER.createObjectBuilder().add("messaging_product", "whatsapp").add("recipient_type", "individual").add(phone ? "to" : "recipient", outgoing.recipient()).add("type", type).add(type, content).build();
    }

    private static JsonObject template(Filled filled) {
        JsonObjectBuilder template = OneJson.PROVIDER.createObjectBuilder().add("name", filled.name()).add("language", OneJson.PROVIDER.createObjectBuilder().add("code", filled.language()));
        if (!filled.parameters().isEmpty()) {
            JsonArrayBuilder parameters = OneJson.PROVIDER.createArrayBuilder();
            filled.parameters().forEach(value -> parameters.add(OneJson.PROVIDER.createObjectBuilder().add("type", "text").add("text", value)));
            template.add("components", OneJson.PROVIDER.createArrayBuilder().add(OneJson.PROVIDER.createObjectBuilder().add("type", "body").add("parameters", parameters)));
        }
        return template.build();
    }

    /** What WhatsApp shows by itself; anything else, or too large for that, goes as a document. */
    private static String type(OutgoingFile file) {
        String mime = file.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (Set.of("image/jpeg", "image/png").contains(mime) && file.content().length <= LARGEST_PICTURE) {
            return "image";
        }
        if (file.content().length > LARGEST_SOUND) {
            return "document";
        }
        if (Set.of("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg").contains(mime)) {
            return "audio";
        }
        return Set.of("video/mp4", "video/3gpp").contains(mime) ? "video" : "document";
    }

    private static String id(JsonObject answer) {
        return Wire.objects(answer, "messages").stream().findFirst().flatMap(message -> Wire.text(message, "id")).orElse(null);
    }

    @Override
    public Media fetch(ToFetch file) throws Away, Silent, Refusal {
        if (!file.reference().matches("[A-Za-z0-9_-]+")) {
            throw new Refusal("no id of a file");
        }
        JsonObject about = meta.get(file.account(), file.settings(), "/" + file.reference());
        Media media = meta.file(file, Wire.text(about, "url").orElseThrow(() -> new Refusal("a file without an address")), true);
        return new Media(media.content(), Wire.text(about, "mime_type").orElse(media.contentType()));
    }
}
