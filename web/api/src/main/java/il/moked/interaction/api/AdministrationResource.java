// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Reindexing;
import il.moked.shared.IndexSweeps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** What an administrator starts from a script. */
@Path("admin")
@ApplicationScoped
public class AdministrationResource {
    @Inject
    Reindexing reindexing;

    /** @param index its name, and the node where every node has its own @param compared rows of the present round @param mended of them @param lastMended in the round before, absent before the first ended */
    public record SweptIndex(String index, String node, long reached, long compared, long mended, Long lastMended, Instant lastRoundAt) {
        static SweptIndex of(IndexSweeps.Progress progress) {
            return new SweptIndex(progress.name(), progress.node(), progress.reached(), progress.compared(), progress.mended(), progress.lastRoundMended(), progress.lastRoundAt());
        }
    }

    /** How far each search index was compared with the database. */
    @GET
    @Path("search-indexes")
    @Produces(MediaType.APPLICATION_JSON)
    public List<SweptIndex> indexes() {
        return reindexing.progress().stream().map(SweptIndex::of).toList();
    }

    /** Builds the search indexes anew; answers when it is done, after minutes for millions of messages. */
    @POST
    @Path("reindex")
    public void reindex() throws InterruptedException {
        reindexing.rebuild();
    }
}
