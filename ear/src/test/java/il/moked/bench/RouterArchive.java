// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.router.DecisionProbe;
import il.moked.bench.router.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product with a probe inside that times decisions where they are taken. */
final class RouterArchive {
    static final String PATH = "/moked-bench/decide";

    private RouterArchive() {
    }

    static Path write(Path directory, Path product) throws IOException {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(product.toFile()).as(EnterpriseArchive.class);
        ear.delete("META-INF/application.xml");
        ear.addAsModule(ShrinkWrap.create(WebArchive.class, "moked-bench.war").addClasses(DecisionProbe.class, Decisions.class)
                .addAsWebInfResource(new StringAsset("<jboss-web><context-root>/moked-bench</context-root><security-domain>moked</security-domain></jboss-web>"), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml"));
        Path file = Files.createDirectories(directory).resolve("moked.ear");
        ear.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
