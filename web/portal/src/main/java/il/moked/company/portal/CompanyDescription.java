// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.shared.portal.Door;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How programs of companies ask: the description, for everybody. */
@Door(to = Door.Caller.ANYBODY)
@Path("openapi.yaml")
public class CompanyDescription {
    static final String FILE = "openapi.yaml";

    @GET
    @Produces("application/yaml; charset=utf-8")
    public String get() throws IOException {
        try (InputStream file = CompanyDescription.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
