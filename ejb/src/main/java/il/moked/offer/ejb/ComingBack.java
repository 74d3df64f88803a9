// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.offer.Offer;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.Offers;
import il.moked.promise.Promise;
import il.moked.promise.Promises;
import il.moked.promise.ejb.Promising;
import il.moked.promise.ejb.Promising.Keeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** "Not now, ask me on Sunday" is a promise like any other: somebody keeps it, is reminded, and is counted. It is kept when the offer comes up again. */
@ApplicationScoped
class ComingBack {
    @Inject
    Promising promising;
    @Inject
    Promises promises;
    @Inject
    Offers offers;
    @Inject
    SalesTeam salesTeam;
    @Inject
    CurrentUser currentUser;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param channel by which he was told; who is served by none speaks with us @return null unless he puts it off */
    Promising.Given promised(Customer customer, Offer offer, Answer answer, Long interactionId, Channel channel) {
        if (answer.kind() != Kind.LATER) {
            return null;
        }
        Promising.Due due = answer.laterAt() == null ? new Promising.Within(answer.laterOn()) : new Promising.At(answer.laterOn().atTime(answer.laterAt()).atZone(zone).toInstant());
        return promising.give(new Promising.NewPromise(customer.id(), interactionId, channel == null ? Channel.PHONE : channel, Promise.Kind.CALL, offer.name(customer.language()), due, keeper(offer)));
    }

    /** Who heard his answer, or those who sell when that was another system. */
    private Keeper keeper(Offer offer) {
        StaffUser user = currentUser.get();
        return user.team().isPresent() ? new Keeper(user.userName(), null) : new Keeper(null, salesTeam.of(offer).code());
    }

    /** Something was said of the offer again: whoever promised to come back to it did. */
    void kept(Customer customer, Offer offer) {
        offers.promiseOf(offer.id(), customer.id()).filter(promise -> promises.line(promise).pending()).ifPresent(promise -> promising.keep(promise, null, Promise.Proof.NOTE, offer.code()));
    }
}
