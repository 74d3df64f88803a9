// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A file of complaints that a regulator published, and what was counted in it. */
@Entity
@Table(name = "regulator_feed")
public class RegulatorFeed {
    public enum Dimension {
        CHANNEL(RegulatorComplaint::channel), PRODUCT(RegulatorComplaint::product), TIMELY(RegulatorComplaint::timely);

        private final Function<RegulatorComplaint, String> name;

        Dimension(Function<RegulatorComplaint, String> name) {
            this.name = name;
        }
    }

    /** @param name of a channel, product, or of being in time, as the file says it */
    @Embeddable
    public record Named(@Enumerated(EnumType.STRING) Dimension dimension, String name) {
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "regulator_feed_seq")
    @SequenceGenerator(name = "regulator_feed_seq", sequenceName = "regulator_feed_seq")
    private Long id;
    private String source;
    @Column(name = "file_name")
    private String fileName;
    private int complaints;
    private int added;
    @Column(name = "imported_by")
    private String importedBy;
    @Column(name = "imported_at")
    private Instant importedAt;
    @ElementCollection
    @CollectionTable(name = "regulator_count", joinColumns = @JoinColumn(name = "feed_id"))
    @Column(name = "complaints")
    private Map<Named, Integer> counts = new HashMap<>();

    protected RegulatorFeed() {
    }

    /** @param source name of the regulator, as whoever brings it in calls him @param all that the file has @param added how many of them were not known before */
    public RegulatorFeed(String source, String fileName, List<RegulatorComplaint> all, int added, String by, Instant now) {
        this.source = source;
        this.fileName = fileName;
        this.complaints = all.size();
        this.added = added;
        this.importedBy = by;
        this.importedAt = now;
        for (Dimension dimension : Dimension.values()) {
            all.forEach(one -> counts.merge(new Named(dimension, dimension.name.apply(one)), 1, Integer::sum));
        }
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String fileName() {
        return fileName;
    }

    /** In the file. */
    public int complaints() {
        return complaints;
    }

    /** That were not known before. */
    public int added() {
        return added;
    }

    public String importedBy() {
        return importedBy;
    }

    public Instant importedAt() {
        return importedAt;
    }

    /** How many of the file there were of each name. */
    public Map<String, Integer> counts(Dimension dimension) {
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.dimension() == dimension) {
                named.put(key.name(), count);
            }
        });
        return Collections.unmodifiableMap(named);
    }
}
