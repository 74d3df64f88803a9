// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Reindexing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** What an administrator starts from a script. */
@Path("admin")
@ApplicationScoped
public class AdministrationResource {
    @Inject
    Reindexing reindexing;

    /** Builds the search index anew; answers when it is done, after minutes for millions of messages. */
    @POST
    @Path("reindex")
    public void reindex() throws InterruptedException {
        reindexing.rebuild();
    }
}
