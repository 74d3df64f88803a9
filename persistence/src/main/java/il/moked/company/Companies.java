// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Companies' sites, people, keys and mailings. Whatever is asked for by its id is asked for of one company: another's is not there. */
@ApplicationScoped
public class Companies {
    /** Of a company, so that every list has an end. */
    public static final int MOST_SITES = 500;
    public static final int MOST_USERS = 500;
    public static final int MOST_KEYS = 20;
    public static final int MOST_MAILINGS = 20;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Object part) {
        entities.persist(part);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    // ---- sites

    /** By name; those no longer used last. */
    public List<CompanySite> sites(long customerId) {
        return entities.createQuery("select s from CompanySite s where s.customerId = :customer order by s.active desc, s.name, s.id", CompanySite.class).setParameter("customer", customerId).setMaxResults(MOST_SITES).getResultList();
    }

    /** @throws NotFoundException {@code company.unknown-site} */
    public CompanySite site(long customerId, long id) {
        CompanySite site = entities.find(CompanySite.class, id);
        if (site == null || site.customerId() != customerId) {
            throw new NotFoundException("company.unknown-site");
        }
        return site;
    }

    public Optional<CompanySite> siteNumbered(long customerId, String externalNumber) {
        return entities.createQuery("select s from CompanySite s where s.customerId = :customer and s.externalNumber = :number", CompanySite.class).setParameter("customer", customerId).setParameter("number", externalNumber).getResultStream().findFirst();
    }

    // ---- people

    /** By name, with what they may do. */
    public List<CompanyUser> users(long customerId) {
        return entities.createQuery("select distinct u from CompanyUser u left join fetch u.grants where u.customerId = :customer order by u.name, u.id", CompanyUser.class).setParameter("customer", customerId).getResultList();
    }

    public Optional<CompanyUser> find(long userId) {
        return Optional.ofNullable(entities.find(CompanyUser.class, userId));
    }

    /** @throws NotFoundException {@code company.unknown-user} */
    public CompanyUser userLocked(long customerId, long id) {
        CompanyUser user = entities.find(CompanyUser.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (user == null || user.customerId() != customerId) {
            throw new NotFoundException("company.unknown-user");
        }
        return user;
    }

    public Optional<CompanyUser> withEmail(String email) {
        return entities.createQuery("select u from CompanyUser u where u.email = :email", CompanyUser.class).setParameter("email", email.toLowerCase(Locale.ROOT)).getResultStream().findFirst();
    }

    /** Those who gave that number; it belongs to no one alone. */
    public List<CompanyUser> withPhone(String phone) {
        return entities.createQuery("select u from CompanyUser u where u.phone = :phone order by u.id", CompanyUser.class).setParameter("phone", phone).setMaxResults(10).getResultList();
    }

    /** Of whoever signs in: two tries at once are counted one after the other. @throws NotFoundException {@code company.unknown-user} */
    public CompanyUser locked(long userId) {
        CompanyUser user = entities.find(CompanyUser.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw new NotFoundException("company.unknown-user");
        }
        return user;
    }

    public Optional<CompanyEntry> entry(long sessionId) {
        return Optional.ofNullable(entities.find(CompanyEntry.class, sessionId));
    }

    public Optional<CompanyUser> invitedLocked(String invitationHash) {
        return entities.createQuery("select u from CompanyUser u where u.invitationHash = :hash", CompanyUser.class).setParameter("hash", invitationHash).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    // ---- what can be wrong

    public List<CompanyFault> faults() {
        return entities.createQuery("select f from CompanyFault f order by f.place, f.code", CompanyFault.class).getResultList();
    }

    public Optional<CompanyFault> fault(String code) {
        return Optional.ofNullable(code == null ? null : entities.find(CompanyFault.class, code));
    }

    /** Stored at once, so that it has its number. */
    public void add(CompanyFault fault) {
        entities.persist(fault);
        entities.flush();
        entities.refresh(fault);
    }

    // ---- keys

    /** Those of the company's people, newest first. */
    public List<CompanyKey> keys(long customerId) {
        return entities.createQuery("select k from CompanyKey k join fetch k.user where k.user.customerId = :customer order by k.id desc", CompanyKey.class).setParameter("customer", customerId).setMaxResults(MOST_KEYS * MOST_USERS).getResultList();
    }

    public Optional<CompanyKey> key(String hash) {
        return entities.createQuery("select k from CompanyKey k join fetch k.user where k.hash = :hash", CompanyKey.class).setParameter("hash", hash).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code company.unknown-key} */
    public CompanyKey key(long customerId, long id) {
        CompanyKey key = entities.find(CompanyKey.class, id);
        if (key == null || key.user().customerId() != customerId) {
            throw new NotFoundException("company.unknown-key");
        }
        return key;
    }

    // ---- mailings

    public List<CompanyMailing> mailings(long userId) {
        return entities.createQuery("select m from CompanyMailing m where m.user.id = :user and m.endedAt is null order by m.id", CompanyMailing.class).setParameter("user", userId).setMaxResults(MOST_MAILINGS).getResultList();
    }

    /** @throws NotFoundException {@code company.unknown-mailing} */
    public CompanyMailing mailing(long userId, long id) {
        CompanyMailing mailing = entities.find(CompanyMailing.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mailing == null || !mailing.user().id().equals(userId)) {
            throw new NotFoundException("company.unknown-mailing");
        }
        return mailing;
    }

    /** The next that is to be sent, locked; one that another node sends just now is passed over. */
    public Optional<CompanyMailing> nextDue(LocalDate today) {
        return entities.createQuery("select m from CompanyMailing m where m.endedAt is null and m.dueOn <= :today order by m.dueOn, m.id", CompanyMailing.class).setParameter("today", today).setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }
}
