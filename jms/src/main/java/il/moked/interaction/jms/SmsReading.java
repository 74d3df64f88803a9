// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.SmsArrival;
import il.moked.channel.SmsStatus;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what an SMS provider handed in to what intake takes. Who writes from a number is answered at it in E.164, however the provider wrote it. */
@ApplicationScoped
public class SmsReading implements ChannelReading {
    private static final int SUBJECT = 80;

    @Inject
    ChannelAccounts accounts;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.SMS);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        ChannelAccount account = accounts.get(inbound.accountId());
        SmsArrival arrival = SmsArrival.read(inbound.raw());
        if (arrival instanceof SmsArrival.Report report) {
            return report(report, account);
        }
        return message(inbound, (SmsArrival.Message) arrival, account);
    }

    private static Incoming report(SmsArrival.Report report, ChannelAccount account) {
        return SmsStatus.of(report.stat(), account.settings()).<Incoming>map(standing -> new DeliveryReport(report.id(), standing, report.why().isEmpty() ? report.stat() : report.why(), report.at()))
                .orElseGet(() -> new Incoming.Ignored(report.stat()));
    }

    private static IncomingMessage message(InboundMessage inbound, SmsArrival.Message message, ChannelAccount account) {
        Optional<PhoneNumber> number = number(message.from());
        Sender sender = number.map(phone -> new Sender(null, null, phone.value(), null)).orElseGet(() -> new Sender(message.from(), null, null, null));
        return new IncomingMessage(inbound.id(), null, sender, CardNumbers.line(message.text(), SUBJECT), message.text(), null, null, message.id(), IncomingMessage.Thread.with(number.map(PhoneNumber::value).orElse(message.from())), number.isEmpty(), null,
                message.missing() > 0 ? Set.of(Notice.TRUNCATED) : Set.of(), List.of(), MailLanguage.of(message.text(), account.language()), inbound.receivedAt());
    }

    /** Many providers leave out the plus of international numbers. */
    private static Optional<PhoneNumber> number(String written) {
        return written.strip().matches("[1-9]\\d{10,14}") ? PhoneNumber.parse('+' + written.strip()) : PhoneNumber.parse(written);
    }
}
