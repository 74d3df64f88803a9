// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A photo or video a customer sent by a link. It waits here while it is checked, and nobody sees it; once clean it is in its conversation and only there. */
@Entity
@Table(name = "link_upload")
public class LinkUpload {
    public enum State { CHECKING, CLEAN, INFECTED }

    /** Bytes of a photo as it is sent. */
    public static final int MOST_PHOTO = 15_000_000;
    /** Bytes of a video. */
    public static final int MOST_VIDEO = 25_000_000;
    public static final int MOST_OF_A_LINK = 10;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_FINDING = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "link_upload_seq")
    @SequenceGenerator(name = "link_upload_seq", sequenceName = "link_upload_seq")
    private Long id;
    @Column(name = "link_id", updatable = false)
    private long linkId;
    @Column(name = "file_name", updatable = false)
    private String fileName;
    @Column(name = "content_type", updatable = false)
    private String contentType;
    @Column(updatable = false)
    private long size;
    @Basic(fetch = FetchType.LAZY)
    private byte[] content;
    @Enumerated(EnumType.STRING)
    private State state = State.CHECKING;
    private int attempts;
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "settled_at")
    private Instant settledAt;
    private String finding;
    @Version
    private int version;

    protected LinkUpload() {
    }

    public LinkUpload(SecureLink of, String fileName, String contentType, byte[] content, Instant now) {
        this.linkId = of.id();
        this.fileName = fileName;
        this.contentType = contentType;
        this.content = content.clone();
        this.size = content.length;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** Taken for a while by whoever checks it. @return false when somebody else does, or it is settled */
    public boolean begin(Instant now) {
        if (state != State.CHECKING || nextAttemptAt.isAfter(now)) {
            return false;
        }
        attempts++;
        nextAttemptAt = now.plus(LEASE);
        return true;
    }

    /** Nobody could check it: it goes on waiting, ever longer. */
    public void notChecked(Instant now) {
        nextAttemptAt = now.plus(SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts, 6)));
    }

    /** @return the content, which is from now on where it belongs */
    public byte[] clean(Instant now) {
        byte[] its = content;
        settle(State.CLEAN, null, now);
        return its;
    }

    /** @param what was found in it */
    public void infected(String what, Instant now) {
        settle(State.INFECTED, what == null || what.length() <= LONGEST_FINDING ? what : what.substring(0, LONGEST_FINDING), now);
    }

    private void settle(State outcome, String what, Instant now) {
        state = outcome;
        finding = what;
        content = null;
        nextAttemptAt = null;
        settledAt = now;
    }

    public Long id() {
        return id;
    }

    public long linkId() {
        return linkId;
    }

    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] content() {
        return content == null ? new byte[0] : content.clone();
    }

    public State state() {
        return state;
    }

    public Optional<String> finding() {
        return Optional.ofNullable(finding);
    }
}
