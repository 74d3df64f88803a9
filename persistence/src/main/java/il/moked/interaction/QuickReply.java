// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;

/** A text agents insert by a short name. */
@Entity
@Table(name = "quick_reply")
public class QuickReply {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quick_reply_seq")
    @SequenceGenerator(name = "quick_reply_seq", sequenceName = "quick_reply_seq")
    private Long id;
    private String shortcut;
    private String language;
    private String title;
    private String text;

    protected QuickReply() {
    }

    public QuickReply(String shortcut, String language, String title, String text) {
        this.shortcut = shortcut;
        this.language = language;
        this.title = title;
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public String shortcut() {
        return shortcut;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }
}
