// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.InboundMessage;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Inbox;
import il.moked.channel.ejb.Reception;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Reference;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a contact that another system of the organisation hands in for a customer. It goes by the one door, as a filled-in
 * form would. No transaction of its own: when this returns, {@link Reception} has committed it.
 */
@Stateless
@RolesAllowed(Role.INTEGRATION)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Submitting {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SUBJECT = 500;

    @Inject
    Reception reception;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Inbox inbox;

    /**
     * @param account code of a form account
     * @param externalId the system's own id of this contact; the same id again changes nothing
     * @param language {@code he} or {@code en}; null for the account's
     */
    public record Submission(String account, String externalId, Sender sender, String subject, String text, String language) {
    }

    /** @param repeated whether it had been handed in before, under this reference */
    public record Receipt(String externalId, String reference, boolean repeated) {
    }

    /** @throws il.moked.shared.BusinessException {@code channel.unknown-account}, {@code channel.closed}, {@code channel.too-large} */
    public Receipt submit(Submission submission) {
        ChannelAccount account = accounts.get(submission.account());
        if (account.channel() != Channel.FORM) {
            throw new NotFoundException("channel.unknown-account");
        }
        FormSubmission form = form(submission, account);
        boolean fresh = reception.receive(account.code(), submission.externalId(), writer(form, submission), form.bytes());
        return new Receipt(submission.externalId(), fresh ? form.reference() : firstReference(account, submission), !fresh);
    }

    private static FormSubmission form(Submission submission, ChannelAccount account) {
        Sender sender = submission.sender();
        String language = submission.language() == null ? account.language() : submission.language();
        return new FormSubmission(Reference.next(), sender.name() == null ? null : ShownText.line(sender.name(), LONGEST_NAME), EmailAddress.parse(sender.email()).map(EmailAddress::value).orElse(null),
                PhoneNumber.parse(sender.phone()).map(PhoneNumber::value).orElse(null), NationalId.parse(sender.nationalId()).map(NationalId::digits).orElse(null),
                ShownText.line(submission.subject() == null ? "" : submission.subject(), LONGEST_SUBJECT), ShownText.of(submission.text()).strip(), language, List.of());
    }

    /** Whose contacts must stay in order. */
    private static String writer(FormSubmission form, Submission submission) {
        return Stream.of(form.email(), form.phone(), form.nationalId()).filter(address -> address != null).findFirst().orElse(submission.externalId());
    }

    /** The reference it was given when it came first. */
    private String firstReference(ChannelAccount account, Submission submission) {
        return Optional.ofNullable(inbox.rawOf(account.id(), InboundMessage.idInColumn(submission.externalId()))).map(raw -> FormSubmission.read(raw).reference()).orElseThrow(() -> new NotFoundException("channel.unknown-message"));
    }
}
