// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.interaction.portal.CallbackMoments.Moment;
import il.moked.selfservice.ejb.OwnTalk;
import il.moked.selfservice.ejb.OwnTalk.Matter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Turning to somebody at once, as oneself. */
@Named
@RequestScoped
public class MyTalkView {
    private List<Matter> matters = List.of();
    private List<OwnTalk.Number> numbers = List.of();
    private List<Moment> times = List.of();
    private boolean staffed;
    private String text = "";
    private Long matter;
    private String secret;

    void shows(List<Matter> open, List<OwnTalk.Number> own, List<Moment> free, boolean somebody) {
        matters = open;
        numbers = own;
        times = free;
        staffed = somebody;
    }

    void typed(String words, Long about) {
        text = words == null ? "" : words.length() > OwnTalk.LONGEST ? words.substring(0, OwnTalk.LONGEST) : words;
        matter = about;
    }

    void opened(String ofChat) {
        secret = ofChat;
    }

    public List<Matter> getMatters() {
        return matters;
    }

    public List<OwnTalk.Number> getNumbers() {
        return numbers;
    }

    public List<Moment> getTimes() {
        return times;
    }

    public boolean isStaffed() {
        return staffed;
    }

    public String getText() {
        return text;
    }

    public Long getMatter() {
        return matter;
    }

    public int getLongest() {
        return OwnTalk.LONGEST;
    }

    /** Of the chat that was opened just now; null when none was. */
    public String getSecret() {
        return secret;
    }
}
