// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.InputStream;

/** The description of this interface, written by hand; a test holds it against the resources. */
@Path("openapi.yaml")
@ApplicationScoped
public class Description {
    @GET
    @Produces("application/yaml")
    public InputStream get(@Context ServletContext application) {
        InputStream description = application.getResourceAsStream("/WEB-INF/openapi.yaml");
        if (description == null) {
            throw new NotFoundException();
        }
        return description;
    }
}
