// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;
import java.util.Optional;

/** A file of a message or of a draft. Its content is read only to be downloaded or sent. */
@Entity
@Table(name = "attachment")
public class Attachment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_seq")
    @SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "message_id")
    private Message message;
    @Column(name = "draft_id")
    private Long draftId;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "content_type")
    private String contentType;
    private long size;
    @Column(name = "content_id")
    private String contentId;
    @Column(name = "shown_inline")
    private boolean shownInline;
    private byte[] content;

    protected Attachment() {
    }

    public Attachment(String fileName, String contentType, String contentId, boolean shownInline, byte[] content) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.contentId = contentId;
        this.shownInline = shownInline;
        this.content = content;
        this.size = content.length;
    }

    public Attachment of(Message owner) {
        message = owner;
        draftId = null;
        return this;
    }

    public Attachment of(Draft owner) {
        draftId = owner.id();
        return this;
    }

    public Long id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return contentType;
    }

    public long size() {
        return size;
    }

    public Optional<String> contentId() {
        return Optional.ofNullable(contentId);
    }

    public byte[] content() {
        return content;
    }

    public Optional<Message> message() {
        return Optional.ofNullable(message);
    }

    public Optional<Long> draftId() {
        return Optional.ofNullable(draftId);
    }
}
