// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.interaction.Interaction;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells somebody who was called back in vain that he was, by text message, else by mail (Regulations of 2012; field-study d.8). */
@ApplicationScoped
class MissedNotice {
    @Inject
    ClosedNotice notice;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;

    /**
     * A text message, or where there is no way to send one a mail.
     *
     * @param number he was called at, or null
     * @return whether he was told as the law has it, by text message
     */
    boolean write(Interaction interaction, PhoneNumber number) {
        Optional<ClosedNotice.Way> sms = notice.way(Channel.SMS, Optional.ofNullable(number).filter(PhoneNumber::mobile).map(PhoneNumber::value));
        Optional<ClosedNotice.Way> mail = notice.way(Channel.EMAIL, interaction.customer().current().reached(ContactPoint.Kind.EMAIL).stream().findFirst());
        return sms.or(() -> mail).filter(way -> send(interaction, way)).isPresent() && sms.isPresent();
    }

    private boolean send(Interaction interaction, ClosedNotice.Way way) {
        return acknowledging.notice(interaction, way.account(), way.address(), texts.text("callback-missed", interaction.language(), interaction.reference(), way.account().name(interaction.language())));
    }
}
