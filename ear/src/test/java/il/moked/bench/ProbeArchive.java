// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.staff.FastClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product with a part of the benchmark inside, for what can only be timed or played from there. */
final class ProbeArchive {
    static final String CONTEXT = "/moked-bench";

    private ProbeArchive() {
    }

    static Path write(Path directory, Path product, Class<?>... inside) throws IOException {
        return write(directory, ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(product.toFile()).as(EnterpriseArchive.class), inside);
    }

    /** The same, where in addition the time of the whole product is that of {@link FastClock}. */
    static Path withFastClock(Path directory, Path product, Class<?>... inside) throws IOException {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(product.toFile()).as(EnterpriseArchive.class);
        ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "moked-fast-clock.jar").addClass(FastClock.class)
                .addAsManifestResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml"));
        return write(directory, ear, inside);
    }

    private static Path write(Path directory, EnterpriseArchive ear, Class<?>... inside) throws IOException {
        ear.delete("META-INF/application.xml");
        ear.addAsModule(ShrinkWrap.create(WebArchive.class, "moked-bench.war").addClasses(inside)
                .addAsWebInfResource(new StringAsset("<jboss-web><context-root>" + CONTEXT + "</context-root><security-domain>moked</security-domain></jboss-web>"), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml")
                .addAsManifestResource(new StringAsset("Dependencies: org.wildfly.security.elytron\n"), "MANIFEST.MF"));
        Path file = Files.createDirectories(directory).resolve("moked.ear");
        ear.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
