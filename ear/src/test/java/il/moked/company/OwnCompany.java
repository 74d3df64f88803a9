// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.As;
import il.moked.Rows;
import il.moked.company.CompanyUser.Person;
import il.moked.company.ejb.CompanyAdministering;
import il.moked.company.ejb.CompanyKeeping;
import il.moked.company.ejb.CompanySigningIn;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSessions;
import il.moked.selfservice.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A company that belongs to one test, with an administrator who joined. */
@Dependent
public class OwnCompany {
    public static final String PASSWORD = "correct horse 42";

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    CompanyKeeping keeping;
    @Inject
    CompanyAdministering administering;
    @Inject
    CompanySigningIn signingIn;
    @Inject
    PortalSessions sessions;
    @Inject
    Rows rows;

    final String mark = UUID.randomUUID().toString().substring(0, 8);
    long id;
    long administrator;
    long north;
    long south;

    void begin() throws Exception {
        id = system.inTransaction(() -> {
            Customer company = Customer.company("מאפיות " + mark, null, "he", Instant.now());
            customers.add(company);
            return company.id();
        });
        administrator = As.user("michal", () -> keeping.invite(id, new Person("אורית " + mark, email("orit"), null, "he")));
        signingIn.join(invitation("orit"), PASSWORD);
        north = administering.saveSite(administrator, null, 0, new CompanySite.Facts("צפון " + mark, "הנמל 1, חיפה", null, "N-" + mark), true);
        south = administering.saveSite(administrator, null, 0, new CompanySite.Facts("דרום " + mark, "הנגב 2, באר שבע", null, null), true);
    }

    String email(String who) {
        return who + "-" + mark + "@example.co.il";
    }

    /** A link as good as that in his mail, which nobody else may read. */
    String invitation(String who) throws Exception {
        Secret link = Secret.next();
        if (rows.change("update company_user set invitation_hash = ? where email = ? and invitation_hash is not null", link.hash(), email(who)) != 1) {
            throw new AssertionError(who + " is not invited");
        }
        return link.shown();
    }

    /** A session of the portal as a code begins it. @param id of the session @param token that the browser keeps */
    record Session(long id, String token) {
    }

    Session session(long user) {
        Secret token = Secret.next();
        return system.inTransaction(() -> {
            PortalSession session = new PortalSession(token, PortalSession.Kind.COMPANY, user, PortalSession.Way.CODE, "Test", "127.0.0.1", Instant.now());
            sessions.add(session);
            return new Session(session.id(), token.shown());
        });
    }

    /** Somebody who may that at these sites. */
    long person(String who, Set<Permission> may, Long... sites) throws Exception {
        Set<CompanyGrant> grants = Arrays.stream(sites).flatMap(site -> may.stream().map(permission -> new CompanyGrant(site, permission))).collect(Collectors.toSet());
        long user = administering.invite(administrator, new Person(who + " " + mark, email(who), "0501234567", "en"), grants);
        signingIn.join(invitation(who), PASSWORD);
        return user;
    }
}
