// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.access.StaffUser;
import il.moked.catalog.StockLocation;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/** A person who comes to customers: what he can and may do, where, when, and with what on his van. */
@Entity
@Table(name = "technician")
public class Technician {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "technician_seq")
    @SequenceGenerator(name = "technician_seq", sequenceName = "technician_seq")
    private Long id;
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", updatable = false)
    private StaffUser user;
    @Embedded
    private GeoPoint home;
    @Column(name = "calendar_code")
    private String calendarCode;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "van_id")
    private StockLocation van;
    private boolean active = true;
    /** Skills and certificates; a certificate until its day, a skill for ever. */
    @ElementCollection
    @CollectionTable(name = "technician_ability", joinColumns = @JoinColumn(name = "technician_id"))
    @MapKeyColumn(name = "code")
    @Column(name = "valid_until")
    private Map<String, LocalDate> abilities = new HashMap<>();
    @ElementCollection
    @CollectionTable(name = "technician_territory", joinColumns = @JoinColumn(name = "technician_id"))
    @Column(name = "territory")
    private Set<String> territories = new HashSet<>();
    @ElementCollection
    @CollectionTable(name = "technician_tool", joinColumns = @JoinColumn(name = "technician_id"))
    @Column(name = "tool")
    private Set<String> tools = new HashSet<>();
    @ElementCollection
    @CollectionTable(name = "technician_absence", joinColumns = @JoinColumn(name = "technician_id"))
    @Column(name = "absent_on")
    private Set<LocalDate> absences = new HashSet<>();
    @Version
    private int version;

    protected Technician() {
    }

    /** @param van null while he has none */
    public Technician(StaffUser user, GeoPoint home, String calendarCode, StockLocation van) {
        this.user = user;
        this.home = home;
        this.calendarCode = calendarCode;
        this.van = van;
    }

    /** @param lastDay null for ever */
    public Technician able(String skillOrCertificate, LocalDate lastDay) {
        abilities.put(skillOrCertificate, lastDay == null ? LocalDate.of(9999, 12, 31) : lastDay);
        return this;
    }

    public Technician worksIn(String territory) {
        territories.add(territory);
        return this;
    }

    public Technician carries(String tool) {
        tools.add(tool);
        return this;
    }

    /** @return whether that changed anything */
    public boolean absent(LocalDate day, boolean away) {
        return away ? absences.add(day) : absences.remove(day);
    }

    public boolean absentOn(LocalDate day) {
        return absences.contains(day);
    }

    public boolean can(String skillOrCertificate, LocalDate day) {
        LocalDate last = abilities.get(skillOrCertificate);
        return last != null && !last.isBefore(day);
    }

    public boolean serves(String territory) {
        return territories.contains(territory);
    }

    public boolean has(String tool) {
        return tools.contains(tool);
    }

    public Long id() {
        return id;
    }

    public StaffUser user() {
        return user;
    }

    public GeoPoint home() {
        return home;
    }

    public String calendarCode() {
        return calendarCode;
    }

    public Optional<StockLocation> van() {
        return Optional.ofNullable(van);
    }

    public boolean active() {
        return active;
    }
}
