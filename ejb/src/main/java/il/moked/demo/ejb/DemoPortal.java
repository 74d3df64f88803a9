// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the demo's own portal answers, seen from this machine: the made-up providers live there. */
@ApplicationScoped
public class DemoPortal {
    @Inject
    @ConfigProperty(name = "moked.public.address", defaultValue = "127.0.0.1")
    String address;
    @Inject
    @ConfigProperty(name = "moked.public.port", defaultValue = "8081")
    int port;
    @Inject
    @ConfigProperty(name = "jboss.socket.binding.port-offset", defaultValue = "0")
    int offset;

    /** Without a path. */
    public String url() {
        return "http://" + ("0.0.0.0".equals(address) ? "127.0.0.1" : address) + ":" + (port + offset);
    }
}
