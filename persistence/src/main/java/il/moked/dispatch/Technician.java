// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.access.StaffUser;
import il.moked.catalog.StockLocation;
import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/** A person who comes to customers: what he can and may do, where, when, and with what on his van. */
@Entity
@Table(name = "technician")
public class Technician {
    public static final int MOST_ABILITIES = 50;
    public static final int MOST_TOOLS = 50;
    public static final int MOST_TERRITORIES = 200;
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

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

    /** From where he sets out, when, and with which van; for what is planned from now on. @param ownVan null while he has none */
    public void posted(GeoPoint from, String calendar, StockLocation ownVan) {
        if (ownVan != null && ownVan.kind() != StockLocation.Kind.VAN) {
            throw new BusinessException("shared.field-unknown-value", "van", ownVan.code());
        }
        home = from;
        calendarCode = calendar;
        van = ownVan;
    }

    /**
     * All he can do, where, and with what; nothing else from now on.
     *
     * @throws BusinessException {@code shared.field-missing} when nobody could ever be sent to anything; {@code shared.code}, {@code shared.field-twice}, {@code shared.field-too-many} with the field
     */
    public void qualified(List<Ability> can, Collection<String> where, Collection<String> with) {
        some("abilities", can, MOST_ABILITIES);
        some("territories", where, MOST_TERRITORIES);
        Map<String, LocalDate> days = new HashMap<>();
        for (int at = 0; at < can.size(); at++) {
            String field = "abilities[" + at + "].code";
            if (days.put(Given.code(field, can.get(at).code()), lastDay(can.get(at).lastDay())) != null) {
                throw new BusinessException("shared.field-twice", field);
            }
        }
        if (with.size() > MOST_TOOLS) {
            throw new BusinessException("shared.field-too-many", "tools", MOST_TOOLS);
        }
        List<String> regions = where.stream().map(each -> Given.code("territories", each)).toList();
        List<String> carried = with.stream().map(each -> Given.code("tools", each)).toList();
        abilities.clear();
        abilities.putAll(days);
        territories.clear();
        territories.addAll(regions);
        tools.clear();
        tools.addAll(carried);
    }

    private static void some(String field, Collection<?> given, int most) {
        if (given.isEmpty()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.size() > most) {
            throw new BusinessException("shared.field-too-many", field, most);
        }
    }

    /** Nothing is planned for him any more; what he did keeps his name. */
    public void leave() {
        active = false;
    }

    public void comeBack() {
        active = true;
    }

    /** @throws BusinessException {@code dispatch.technician-gone}: nothing is planned for him any more */
    public Technician expectWorking() {
        if (!active) {
            throw new BusinessException("dispatch.technician-gone");
        }
        return this;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    private static LocalDate lastDay(LocalDate given) {
        return given == null ? FOR_EVER : given;
    }

    /** @param lastDay null for ever */
    public Technician able(String skillOrCertificate, LocalDate lastDay) {
        abilities.put(skillOrCertificate, lastDay(lastDay));
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

    /** In the order of their codes. */
    public List<Ability> abilities() {
        return abilities.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one -> new Ability(one.getKey(), one.getValue().equals(FOR_EVER) ? null : one.getValue())).toList();
    }

    public List<String> territories() {
        return territories.stream().sorted().toList();
    }

    public List<String> tools() {
        return tools.stream().sorted().toList();
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

    public int version() {
        return version;
    }
}
