// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.floor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** The least that this server can do with a request that must be kept: JSON in, one row committed, JSON out. Nobody signs in, nothing is identified, routed or told. */
@Path("rows")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FloorResource {
    @Inject
    FloorStore store;

    public record Sent(String externalId, String text) {
    }

    public record Stored(long id) {
    }

    @POST
    public Stored store(Sent sent) {
        return new Stored(store.store(sent.externalId(), sent.text()));
    }

    /** One Jsonb for all, as in the product. */
    @Provider
    public static class Shared implements ContextResolver<Jsonb> {
        private final Jsonb jsonb = JsonbBuilder.create();

        @Override
        public Jsonb getContext(Class<?> type) {
            return jsonb;
        }
    }

    @ApplicationPath("/")
    public static class Floor extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(FloorResource.class, Shared.class);
        }
    }
}
