// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.card.ejb.Consulting.InteractionDetail;
import il.moked.interaction.ejb.Submitting.Receipt;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;

/** The messages of the contract, {@code WEB-INF/wsdl/InteractionService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class InteractionMessages {
    static final String NAMESPACE = "urn:moked:interaction:1";

    private InteractionMessages() {
    }

    @XmlRootElement(name = "SubmitContact")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"account", "externalId", "sender", "subject", "text", "language"})
    public static class SubmitContact {
        String account;
        String externalId;
        Sender sender;
        String subject;
        String text;
        String language;

        NewContact contact() {
            return new NewContact(account, externalId, sender == null ? null : new NewContact.Sender(sender.name, sender.email, sender.phone, sender.nationalId), subject, text, language);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Sender", propOrder = {"name", "email", "phone", "nationalId"})
    public static class Sender {
        String name;
        String email;
        String phone;
        String nationalId;
    }

    @XmlRootElement(name = "SubmitContactResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"externalId", "reference", "repeated"})
    public static class SubmitContactResponse {
        String externalId;
        String reference;
        boolean repeated;

        static SubmitContactResponse of(Receipt receipt) {
            SubmitContactResponse response = new SubmitContactResponse();
            response.externalId = receipt.externalId();
            response.reference = receipt.reference();
            response.repeated = receipt.repeated();
            return response;
        }
    }

    @XmlRootElement(name = "GetInteraction")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "reference")
    public static class GetInteraction {
        String reference;
    }

    @XmlRootElement(name = "GetInteractionResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"reference", "customerId", "channel", "subject", "language", "state", "owner", "messages", "openedAt", "lastMessageAt", "waitingSince", "closedAt", "wrapUp"})
    public static class GetInteractionResponse {
        String reference;
        long customerId;
        String channel;
        String subject;
        String language;
        String state;
        String owner;
        int messages;
        String openedAt;
        String lastMessageAt;
        String waitingSince;
        String closedAt;
        String wrapUp;

        static GetInteractionResponse of(InteractionDetail detail) {
            GetInteractionResponse response = new GetInteractionResponse();
            response.reference = detail.reference();
            response.customerId = detail.customerId();
            response.channel = detail.channel().name();
            response.subject = detail.subject();
            response.language = detail.language();
            response.state = detail.state().name();
            response.owner = detail.owner();
            response.messages = detail.messages();
            response.openedAt = moment(detail.openedAt());
            response.lastMessageAt = moment(detail.lastMessageAt());
            response.waitingSince = moment(detail.waitingSince());
            response.closedAt = moment(detail.closedAt());
            response.wrapUp = detail.wrapUp();
            return response;
        }

        private static String moment(Instant at) {
            return at == null ? null : at.toString();
        }
    }
}
