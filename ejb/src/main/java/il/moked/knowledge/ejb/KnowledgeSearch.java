// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.access.Role;
import il.moked.knowledge.Audience;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the published articles a caller may read by a question, by some words, or by what a customer wrote. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION})
public class KnowledgeSearch {
    @Resource
    SessionContext context;
    @Inject
    ArticleFinding finding;

    /** @param asked of a long text the beginning is asked for; blank finds nothing @return the best first */
    public List<FoundArticle> find(String asked, int most) {
        return finding.find(asked, Audience.of(context::isCallerInRole), most);
    }
}
