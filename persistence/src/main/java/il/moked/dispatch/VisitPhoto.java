// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import jakarta.persistence.*;
import java.time.Instant;

/** What a technician photographed at a customer's, as JPEG made anew from what he sent. */
@Entity
@Table(name = "visit_photo")
public class VisitPhoto {
    public static final int MOST_BYTES = 12_000_000;
    public static final int MOST_OF_A_VISIT = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_photo_seq")
    @SequenceGenerator(name = "visit_photo_seq", sequenceName = "visit_photo_seq")
    private Long id;
    @Column(name = "visit_id", updatable = false)
    private long visitId;
    @Column(updatable = false)
    private Instant at;
    @Column(name = "taken_by", updatable = false)
    private String takenBy;
    @Column(updatable = false)
    private byte[] content;

    protected VisitPhoto() {
    }

    public VisitPhoto(Visit of, byte[] jpeg, String by, Instant now) {
        this.visitId = of.id();
        this.content = jpeg.clone();
        this.takenBy = by;
        this.at = now;
    }

    public Long id() {
        return id;
    }

    public long visitId() {
        return visitId;
    }

    public byte[] content() {
        return content.clone();
    }
}
