// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What programs of companies ask, each by a key of its own; described by {@code openapi.yaml} beside the requests. */
@ApplicationPath("/business/api/v1")
public class CompanyApi extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CompanyCallsResource.class, CompanyReportsResource.class, CompanyDescription.class, CompanyApiProblems.class);
    }
}
