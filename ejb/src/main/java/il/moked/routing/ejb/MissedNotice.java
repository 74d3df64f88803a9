// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
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
    ChannelAccounts accounts;
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
        Optional<ChannelAccount> sms = accounts.usual(Channel.SMS);
        if (sms.isPresent() && number != null && number.mobile()) {
            return send(interaction, sms.get(), number.value());
        }
        Optional<ChannelAccount> email = accounts.usual(Channel.EMAIL);
        Optional<String> address = interaction.customer().current().reached(ContactPoint.Kind.EMAIL).stream().findFirst();
        if (email.isPresent() && address.isPresent()) {
            send(interaction, email.get(), address.get());
        }
        return false;
    }

    private boolean send(Interaction interaction, ChannelAccount account, String recipient) {
        return acknowledging.notice(interaction, account, recipient, texts.text("callback-missed", interaction.language(), interaction.reference(), account.name(interaction.language())));
    }
}
