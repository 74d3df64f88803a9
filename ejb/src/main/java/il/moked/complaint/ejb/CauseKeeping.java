// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.catalog.Products;
import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintCause;
import il.moked.complaint.Complaints;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of causes complaints are given: product × component × cause. What is no longer used is retired, never deleted. A component is called the same in all
 * its causes.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class CauseKeeping {
    /** Kind of the thing in the audit and among the versions. */
    public static final String CAUSE = "complaint-cause";
    /** Causes in all, retired ones too. */
    public static final int MOST = 500;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    @Inject
    Complaints complaints;
    @Inject
    Products products;
    @Inject
    SetUpVersions history;
    @Inject
    DomainEvents events;

    /** What of a cause can be changed. @param hebrewComponent how its component is called; null: as it is called already */
    public record Named(String hebrewComponent, String englishComponent, String hebrewName, String englishName, boolean active) {
        static Named of(ComplaintCause cause) {
            return new Named(cause.component("he"), cause.component("en"), cause.name("he"), cause.name("en"), cause.active());
        }

        String said() {
            return hebrewComponent + " / " + englishComponent + " · " + hebrewName + " / " + englishName + ", " + active;
        }
    }

    /** @param sku of the product it is for, empty for any @param component code @param code unique within both */
    public record Cause(long id, int version, String sku, String component, String code, Named named) {
        static Cause of(ComplaintCause cause) {
            return new Cause(cause.id(), cause.version(), cause.sku().orElse(""), cause.component(), cause.code(), Named.of(cause));
        }

        public String component(String language) {
            return "he".equals(language) ? named.hebrewComponent() : named.englishComponent();
        }

        public String name(String language) {
            return "he".equals(language) ? named.hebrewName() : named.englishName();
        }

        public boolean active() {
            return named.active();
        }
    }

    /** By component. */
    public List<Cause> list() {
        return complaints.allCauses().stream().map(Cause::of).toList();
    }

    /** @param sku null or empty for any product @throws BusinessException {@code complaint.cause-code}, {@code shared.code-taken}, {@code catalog.unknown-product}, {@code complaint.too-many-causes} */
    public long create(String sku, String component, String code, Named named) {
        String of = sku == null || sku.isBlank() ? null : products.withSku(sku).sku();
        code("component", component);
        code("code", code);
        List<ComplaintCause> all = complaints.allCausesLocked();
        if (all.size() >= MOST) {
            throw new BusinessException("complaint.too-many-causes", MOST);
        }
        if (all.stream().anyMatch(one -> one.component().equals(component) && one.code().equals(code) && one.sku().equals(Optional.ofNullable(of)))) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        ComplaintCause cause = new ComplaintCause(of, component, code);
        cause.become(name("hebrewName", named.hebrewName()), name("englishName", named.englishName()), true);
        Optional<ComplaintCause> like = all.stream().filter(one -> one.component().equals(component)).findFirst();
        String hebrew = named.hebrewComponent() == null && like.isPresent() ? like.get().component("he") : name("hebrewComponent", named.hebrewComponent());
        String english = named.englishComponent() == null && like.isPresent() ? like.get().component("en") : name("englishComponent", named.englishComponent());
        cause.ofComponent(hebrew, english);
        complaints.add(cause);
        tell("complaint.cause-created", cause, "");
        rename(all, component, hebrew, english);
        return cause.id();
    }

    /** @param seen the version the change is based on @throws StaleVersionException @throws BusinessException {@code complaint.last-cause} */
    public void change(long id, int seen, Named named) {
        List<ComplaintCause> all = complaints.allCausesLocked();
        ComplaintCause cause = all.stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> new NotFoundException("complaint.cause"));
        if (cause.version() != seen) {
            throw new StaleVersionException();
        }
        if (!named.active() && all.stream().noneMatch(one -> one != cause && one.fits(Complaint.NONE))) {
            throw new BusinessException("complaint.last-cause");
        }
        Named before = Named.of(cause);
        cause.become(name("hebrewName", named.hebrewName()), name("englishName", named.englishName()), named.active());
        String hebrew = name("hebrewComponent", named.hebrewComponent());
        String english = name("englishComponent", named.englishComponent());
        cause.ofComponent(hebrew, english);
        tell(before.active() && !named.active() ? "complaint.cause-retired" : "complaint.cause-changed", cause, before.said() + " → ");
        rename(all, cause.component(), hebrew, english);
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restore(long id, int seen, int number) {
        change(id, seen, Snapshot.read(history.content(CAUSE, id, number), Named.class));
    }

    private void rename(List<ComplaintCause> all, String component, String hebrew, String english) {
        all.stream().filter(one -> one.component().equals(component)).forEach(one -> {
            Named before = Named.of(one);
            if (one.ofComponent(hebrew, english)) {
                tell("complaint.cause-changed", one, before.said() + " → ");
            }
        });
    }

    private void tell(String action, ComplaintCause cause, String before) {
        Named now = Named.of(cause);
        events.tell(new Administered(action, CAUSE, cause.id(), cause.sku().map(sku -> sku + " ").orElse("") + cause.component() + " " + cause.code() + ": " + before + now.said(), Snapshot.of(now)));
    }

    private static void code(String field, String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("complaint.cause-code", field);
        }
    }

    private static String name(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > ComplaintCause.LONGEST) {
            throw new BusinessException("shared.field-too-long", field, ComplaintCause.LONGEST);
        }
        return ShownText.line(ShownText.storable(given), ComplaintCause.LONGEST);
    }
}
