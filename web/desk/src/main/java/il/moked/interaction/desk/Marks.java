// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Signs of the sprite for what happened and for what became of a message. */
@Named
@ApplicationScoped
public class Marks {
    public String event(InteractionEvent.Kind kind) {
        return switch (kind) {
            case ACCEPTED -> "user";
            case HANDED_OVER -> "transfer";
            case CLOSED -> "check";
            case REOPENED -> "reopen";
            case BOUNCED -> "alert";
            case IDENTIFIED -> "id";
            case RETURNED -> "team";
            case CALL_STARTED, CALL_ANSWERED, CALL_RESUMED -> "phone-call";
            case CALL_QUEUED, CALL_HELD -> "clock";
            case CALL_TRANSFERRED -> "transfer";
            case CALL_ENDED -> "phone";
            case CALL_ABANDONED, CALL_NOT_DONE, CALL_UNROUTED -> "alert";
            case RECORDING_PAUSED -> "lock";
            case RECORDING_RESUMED -> "sound";
            case CONSULTED -> "question";
            case MENU_HEARD -> "sound";
            case MENU_TYPED -> "phone";
            case MENU_VERIFIED -> "id";
            case MENU_UNVERIFIED -> "alert";
            case CALLBACK_ASKED -> "clock";
            case CALLBACK_REACHED, CALLBACK_REPEATED, CALLBACK_WITHDRAWN -> "check-double";
            case CALLBACK_MISSED -> "sms";
            case CALLBACK_FAILED, CALLBACK_UNTOLD -> "alert";
            case CHAT_WENT_ON -> "transfer";
            case IDENTITY_FITS -> "id";
            case IDENTITY_FITS_NOT -> "alert";
            case LINK_SENT -> "link";
            case LINK_OPENED -> "eye";
            case LINK_DONE -> "check-double";
            case LINK_WITHDRAWN -> "close";
        };
    }

    public String delivery(Message.Delivery delivery) {
        return switch (delivery) {
            case QUEUED, SENDING -> "clock";
            case ACCEPTED -> "check";
            case DELIVERED, READ -> "check-double";
            case FAILED -> "alert";
            case UNKNOWN -> "question";
        };
    }

    public String kind(Message.Delivery delivery) {
        return delivery.name().toLowerCase(Locale.ROOT);
    }
}
