// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An evidence file that was made of a complaint. It keeps the chain of hashes, not what was said: that stays where it is, and any change of it is found. */
@Entity
@Table(name = "evidence_file")
public class EvidenceFile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence_file_seq")
    @SequenceGenerator(name = "evidence_file_seq", sequenceName = "evidence_file_seq")
    private Long id;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Column(updatable = false)
    private int number;
    @Column(name = "produced_by", updatable = false)
    private String producedBy;
    @Column(name = "produced_at", updatable = false)
    private Instant producedAt;
    @Column(name = "entries", updatable = false)
    private int size;
    @Column(name = "first_hash", updatable = false)
    private String firstHash;
    @Column(name = "end_hash", updatable = false)
    private String endHash;
    @ElementCollection
    @CollectionTable(name = "evidence_entry", joinColumns = @JoinColumn(name = "file_id"))
    @OrderColumn(name = "position")
    private List<EvidenceEntry> entries = new ArrayList<>();

    protected EvidenceFile() {
    }

    /** @param number of the case's files, from 1 @param evidence in order of time */
    public EvidenceFile(long caseId, int number, String caseNumber, List<Evidence> evidence, String by, Instant now) {
        this.caseId = caseId;
        this.number = number;
        this.producedBy = by;
        this.producedAt = now;
        this.size = evidence.size();
        this.firstHash = Evidence.firstHash(caseNumber);
        String before = firstHash;
        for (Evidence each : evidence) {
            EvidenceEntry entry = new EvidenceEntry(each, before);
            entries.add(entry);
            before = entry.chainHash();
        }
        this.endHash = before;
    }

    /** How something differs from what the file said: it is gone, was changed, came before the file was made and is not in it; or the file itself was changed. */
    public enum Difference { GONE, CHANGED, ADDED, CHAIN }

    /** @param position in the file, from 1; 0 for what is not in it */
    public record Finding(Difference how, int position, Evidence.Kind kind, long sourceId) {
    }

    /** @param today everything as it is now @return nothing when it all still is as the file said */
    public List<Finding> compared(List<Evidence> today) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Evidence> known = new HashMap<>();
        today.forEach(evidence -> known.put(evidence.kind() + " " + evidence.id(), evidence));
        String before = firstHash;
        for (int at = 0; at < entries.size(); at++) {
            EvidenceEntry entry = entries.get(at);
            Evidence now = known.remove(entry.kind() + " " + entry.sourceId());
            if (!Evidence.chained(before, entry.contentHash()).equals(entry.chainHash())) {
                findings.add(new Finding(Difference.CHAIN, at + 1, entry.kind(), entry.sourceId()));
            }
            if (now == null || !now.contentHash().equals(entry.contentHash())) {
                findings.add(new Finding(now == null ? Difference.GONE : Difference.CHANGED, at + 1, entry.kind(), entry.sourceId()));
            }
            before = entry.chainHash();
        }
        if (entries.size() != size || !before.equals(endHash)) {
            findings.add(new Finding(Difference.CHAIN, entries.size(), null, 0));
        }
        today.stream().filter(evidence -> known.containsKey(evidence.kind() + " " + evidence.id()) && evidence.at().isBefore(producedAt)).forEach(evidence -> findings.add(new Finding(Difference.ADDED, 0, evidence.kind(), evidence.id())));
        return findings;
    }

    public Long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public int number() {
        return number;
    }

    public String producedBy() {
        return producedBy;
    }

    public Instant producedAt() {
        return producedAt;
    }

    public int size() {
        return size;
    }

    public String endHash() {
        return endHash;
    }

    public List<EvidenceEntry> entries() {
        return List.copyOf(entries);
    }
}
