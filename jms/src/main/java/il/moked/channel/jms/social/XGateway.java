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
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;

/** Out by direct messages of X (API v2, user context token). It reports no delivery. Settings: {@code base-url} where the provider is not X itself. */
@ApplicationScoped
public class XGateway implements ChannelGateway, MediaSource {
    private static final String X = "https://api.x.com";
    private static final int LONGEST_TEXT = 10_000;

    @Inject
    ProviderClient client;
    @Inject
    SocialSecrets secrets;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.X);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        if (!outgoing.files().isEmpty()) {
            return new Dispatch.Unfit(MessengerGateway.NO_FILES);
        }
        if (!outgoing.recipient().matches("\\d+")) {
            return new Dispatch.Unfit("no user of X");
        }
        return InOrder.send(() -> steps(outgoing));
    }

    private List<Step> steps(Outgoing outgoing) {
        String address = ProviderAddress.base(outgoing.settings(), X) + "/2/dm_conversations/with/" + outgoing.recipient() + "/messages";
        return InOrder.parts(outgoing.text(), LONGEST_TEXT).stream().<Step>map(part -> () -> {
            JsonObject body = OneJson.PROVIDER.createObjectBuilder().add("text", part).build();
            HttpRequest request = ProviderAddress.request(address, token(outgoing.account())).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build();
            return Wire.text(Wire.object(checked(client.call(outgoing.account(), request)).json(), "data"), "dm_event_id").orElse(null);
        }).toList();
    }

    private String token(String account) throws Away {
        return secrets.of(account, SocialSecrets.ACCESS_TOKEN).orElseThrow(() -> new Away(Cause.SETTINGS, SocialSecrets.ACCESS_TOKEN));
    }

    private static Answer checked(Answer answer) throws Away, Refusal {
        if (answer.good()) {
            return answer;
        }
        String why = Wire.text(answer.json(), "detail").or(() -> Wire.text(answer.json(), "title")).orElse("HTTP " + answer.status());
        if (answer.status() == 401) {
            throw new Away(Cause.LOGIN, why);
        }
        throw new Refusal(why);
    }

    @Override
    public Media fetch(ToFetch file) throws Away, Silent, Refusal {
        URI address = ProviderAddress.media(file.reference(), file.settings(), ProviderAddress.base(file.settings(), X));
        Answer answer = client.file(file.account(), ProviderAddress.request(address.toString(), token(file.account())).GET().build(), LARGEST);
        if (answer.status() == 401) {
            throw new Away(Cause.LOGIN, "HTTP 401");
        }
        if (!answer.good()) {
            throw MediaSource.refused(answer);
        }
        return new Media(answer.content(), answer.contentType());
    }
}
