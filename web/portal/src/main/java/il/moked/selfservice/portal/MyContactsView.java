// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.portal.CallbackMoments;
import il.moked.routing.ejb.CallbackAsking.Times;
import il.moked.routing.ejb.Waiting.Place;
import il.moked.routing.ejb.Waiting.Promised;
import il.moked.selfservice.ejb.OwnContacts;
import il.moked.selfservice.ejb.OwnContacts.Contact;
import il.moked.selfservice.ejb.OwnContacts.Conversation;
import il.moked.shared.Page;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A customer's contacts: the list, one of them, or writing a new one. */
@Named
@RequestScoped
public class MyContactsView {
    @Inject
    OwnWords words;
    @Inject
    CallbackMoments callbackMoments;
    @Inject
    ActiveLocale activeLocale;

    private Page<Contact> list = new Page<>(List.of(), false);
    private Conversation conversation;
    private String awaited;
    private String token = "";
    private String subject = "";
    private String text = "";
    private String phone = "";
    private Place place;
    private Promised promised;
    private List<CallbackMoments.Moment> moments = List.of();

    void lists(Page<Contact> page) {
        list = page;
    }

    void reads(Conversation own, String formToken, String typed) {
        conversation = own;
        writes(formToken, null, typed);
    }

    void writes(String formToken, String about, String typed) {
        token = formToken;
        subject = cut(about);
        text = cut(typed);
    }

    private static String cut(String typed) {
        return typed == null ? "" : typed.length() > OwnContacts.LONGEST ? typed.substring(0, OwnContacts.LONGEST) : typed;
    }

    void awaits(String reference) {
        awaited = reference;
    }

    void typedPhone(String typed) {
        phone = typed == null ? "" : typed.length() > 40 ? "" : typed;
    }

    void waits(Place where, Promised call) {
        place = where;
        promised = call;
    }

    void mayBeCalled(Times times) {
        moments = callbackMoments.shown(times, activeLocale.getLocale());
    }

    public List<Contact> getContacts() {
        return list.rows();
    }

    /** Where the next page starts; null when there is none. */
    public String getNext() {
        if (!list.more()) {
            return null;
        }
        var last = list.rows().get(list.rows().size() - 1).cursor();
        return new OwnCursor(last.lastMessageAt(), last.id()).written();
    }

    public Conversation getConversation() {
        return conversation;
    }

    /** Reference of what is not read in yet. */
    public String getAwaited() {
        return awaited;
    }

    public String getToken() {
        return token;
    }

    public String getSubject() {
        return subject;
    }

    public String getText() {
        return text;
    }

    public String getPhone() {
        return phone;
    }

    public boolean isInLine() {
        return place != null && promised == null;
    }

    /** Who calls him when; null when nobody is to. */
    public String getCallback() {
        return promised == null ? null : promised.from() == null ? words.text("callback.soon") : words.text("callback.at", words.moment(promised.from()));
    }

    public List<CallbackMoments.Moment> getMoments() {
        return moments;
    }
}
