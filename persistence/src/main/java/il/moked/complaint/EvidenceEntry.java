// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.time.Instant;

/** What a file says of one piece of evidence: where it is from, and its hashes. Never changed. */
@Embeddable
public class EvidenceEntry {
    @Enumerated(EnumType.STRING)
    private Evidence.Kind kind;
    @Column(name = "source_id")
    private long sourceId;
    private Instant at;
    @Column(name = "content_hash")
    private String contentHash;
    @Column(name = "chain_hash")
    private String chainHash;

    protected EvidenceEntry() {
    }

    EvidenceEntry(Evidence evidence, String before) {
        this.kind = evidence.kind();
        this.sourceId = evidence.id();
        this.at = evidence.at();
        this.contentHash = evidence.contentHash();
        this.chainHash = Evidence.chained(before, contentHash);
    }

    public Evidence.Kind kind() {
        return kind;
    }

    public long sourceId() {
        return sourceId;
    }

    public Instant at() {
        return at;
    }

    public String contentHash() {
        return contentHash;
    }

    public String chainHash() {
        return chainHash;
    }
}
