// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.social.ProviderClient.Answer;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What WhatsApp, Messenger and Instagram have in common: the Graph API and its errors. */
@ApplicationScoped
public class Meta {
    static final String GRAPH = "https://graph.facebook.com/v23.0";
    /** Codes that say "later": limits of calls and messages (Graph API error handling; WhatsApp Cloud API error codes). */
    private static final Set<String> LATER = Set.of("4", "17", "32", "613", "80007", "130429", "131016", "131048", "131056", "131057", "133004", "133016");
    /** Something went wrong over there, nobody says before or after it was done. */
    private static final Set<String> FAULT = Set.of("1", "2", "131000");
    /** Codes that say that our token is not (any longer) good: no fault of the message. */
    private static final Set<String> TOKEN = Set.of("0", "190", "102");

    @Inject
    ProviderClient client;
    @Inject
    SocialSecrets secrets;

    /** @return what the provider says of a call that succeeded */
    JsonObject post(String account, Map<String, String> settings, String path, JsonObject body) throws Away, Silent, Refusal {
        return checked(client.call(account, request(account, settings, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build()));
    }

    JsonObject post(String account, Map<String, String> settings, String path, Multipart form) throws Away, Silent, Refusal {
        return checked(client.call(account, request(account, settings, path).header("Content-Type", form.contentType()).POST(form.body()).build()));
    }

    /** What is known of a file. */
    JsonObject get(String account, Map<String, String> settings, String path) throws Away, Silent, Refusal {
        return checked(client.file(account, request(account, settings, path).GET().build()));
    }

    /** @param withToken whether the file is given only to us */
    MediaSource.Media file(ToFetch file, String address, boolean withToken) throws Away, Silent, Refusal {
        URI uri = ProviderAddress.media(address, file.settings(), ProviderAddress.base(file.settings(), GRAPH));
        HttpRequest.Builder request = ProviderAddress.request(uri.toString(), withToken ? token(file.account()) : null).GET();
        Answer answer = client.file(file.account(), request.build(), MediaSource.LARGEST);
        if (!answer.good()) {
            throw MediaSource.refused(answer);
        }
        return new MediaSource.Media(answer.content(), answer.contentType());
    }

    private HttpRequest.Builder request(String account, Map<String, String> settings, String path) throws Away {
        return ProviderAddress.request(ProviderAddress.base(settings, GRAPH) + path, token(account));
    }

    private String token(String account) throws Away {
        return secrets.of(account, SocialSecrets.ACCESS_TOKEN).orElseThrow(() -> new Away(Cause.SETTINGS, SocialSecrets.ACCESS_TOKEN));
    }

    private static JsonObject checked(Answer answer) throws Away, Silent, Refusal {
        if (answer.good()) {
            return answer.json();
        }
        JsonObject error = Wire.object(answer.json().get("error"));
        Optional<String> code = Wire.text(error, "code");
        String why = Stream.of(code, Wire.text(error, "message"), Wire.text(Wire.object(error, "error_data"), "details")).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        String shown = why.isEmpty() ? "HTTP " + answer.status() : why;
        if (answer.status() == 401 || code.filter(TOKEN::contains).isPresent()) {
            throw new Away(Cause.LOGIN, shown);
        }
        if (code.filter(FAULT::contains).isPresent()) {
            throw new Silent(shown);
        }
        if (Wire.isTrue(error, "is_transient") || code.filter(LATER::contains).isPresent()) {
            throw new Away(Cause.BUSY, shown);
        }
        throw new Refusal(shown);
    }
}
