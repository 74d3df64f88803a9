// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.social.InOrder.Step;
import il.moked.channel.jms.social.ProviderClient.Answer;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Out by a Telegram bot. It reports no delivery. Settings: {@code base-url} where the provider is not Telegram itself. The token is part of every address: addresses are never logged. */
@ApplicationScoped
public class TelegramGateway implements ChannelGateway, MediaSource {
    private static final String TELEGRAM = "https://api.telegram.org";
    private static final int LONGEST_TEXT = 4096;
    private static final int LARGEST_PICTURE = 10 * 1024 * 1024;
    private static final int LARGEST_FILE = 50 * 1024 * 1024;

    @Inject
    ProviderClient client;
    @Inject
    SocialSecrets secrets;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.TELEGRAM);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        if (outgoing.files().stream().anyMatch(file -> file.content().length > LARGEST_FILE)) {
            return new Dispatch.Unfit("channel.file-too-large: Telegram takes files of at most 50 MB");
        }
        return InOrder.send(() -> steps(outgoing));
    }

    private List<Step> steps(Outgoing outgoing) {
        List<Step> steps = new ArrayList<>();
        for (String part : InOrder.parts(outgoing.text(), LONGEST_TEXT)) {
            JsonObject body = OneJson.PROVIDER.createObjectBuilder().add("chat_id", outgoing.recipient()).add("text", part).build();
            steps.add(() -> id(outgoing, checked(client.call(outgoing.account(), request(outgoing.account(), outgoing.settings(), "sendMessage").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build()))));
        }
        for (OutgoingFile file : outgoing.files()) {
            boolean picture = Set.of("image/jpeg", "image/png").contains(file.contentType()) && file.content().length <= LARGEST_PICTURE;
            steps.add(() -> {
                Multipart form = new Multipart().field("chat_id", outgoing.recipient()).file(picture ? "photo" : "document", file.fileName(), file.contentType(), file.content());
                return id(outgoing, checked(client.call(outgoing.account(), request(outgoing.account(), outgoing.settings(), picture ? "sendPhoto" : "sendDocument").header("Content-Type", form.contentType()).POST(form.body()).build())));
            });
        }
        return steps;
    }

    /** Message numbers count within a chat only. */
    private static String id(Outgoing outgoing, JsonObject result) {
        return Wire.text(result, "message_id").map(number -> outgoing.recipient() + ":" + number).orElse(null);
    }

    private HttpRequest.Builder request(String account, Map<String, String> settings, String method) throws Away {
        return ProviderAddress.request(ProviderAddress.base(settings, TELEGRAM) + "/bot" + token(account) + "/" + method, null);
    }

    private String token(String account) throws Away {
        return secrets.of(account, SocialSecrets.ACCESS_TOKEN).orElseThrow(() -> new Away(Cause.SETTINGS, SocialSecrets.ACCESS_TOKEN));
    }

    private static JsonObject checked(Answer answer) throws Away, Refusal {
        JsonObject json = answer.json();
        if (answer.good() && Wire.isTrue(json, "ok")) {
            return Wire.object(json.get("result"));
        }
        String why = Wire.text(json, "description").orElse("HTTP " + answer.status());
        // 404 is what Telegram says to a token it does not know
        if (answer.status() == 401 || answer.status() == 404) {
            throw new Away(Cause.LOGIN, why);
        }
        throw new Refusal(why);
    }

    @Override
    public Media fetch(ToFetch file) throws Away, Silent, Refusal {
        JsonObject about = checked(client.file(file.account(), request(file.account(), file.settings(), "getFile?file_id=" + URLEncoder.encode(file.reference(), StandardCharsets.UTF_8)).GET().build()));
        String path = Wire.text(about, "file_path").filter(given -> given.matches("[A-Za-z0-9_./-]+") && !given.contains("..")).orElseThrow(() -> new Refusal("a file without an address"));
        String address = ProviderAddress.base(file.settings(), TELEGRAM) + "/file/bot" + token(file.account()) + "/" + path;
        Answer answer = client.file(file.account(), ProviderAddress.request(address, null).GET().build(), LARGEST);
        if (!answer.good()) {
            throw MediaSource.refused(answer);
        }
        // Telegram calls every file a stream of bytes; the message said it better
        return new Media(answer.content(), null);
    }
}
