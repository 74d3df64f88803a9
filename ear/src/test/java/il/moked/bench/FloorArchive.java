// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import il.moked.bench.floor.FloorResource;
import il.moked.bench.floor.FloorRow;
import il.moked.bench.floor.FloorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The bare floor as a WAR of its own beside the product, in the same server and database. */
final class FloorArchive {
    static final String PATH = "/bench-floor/rows";
    static final String TABLE = "create schema if not exists bench; create table if not exists bench.bench_floor (id bigint not null primary key, sender varchar(255), text varchar(4000)); create sequence if not exists bench.bench_floor_seq increment by 50";

    private FloorArchive() {
    }

    /** With its own context only, to be deployed beside the product. */
    static Path write(Path directory) throws IOException {
        return write(directory, archive());
    }

    /** With the JSF libraries of the product and one page: the bare WAR that start-up is compared with. */
    static Path withFaces(Path directory, Path product) throws IOException {
        WebArchive desk = ShrinkWrap.create(ZipImporter.class, "moked.ear").importFrom(product.toFile()).as(EnterpriseArchive.class).getAsType(WebArchive.class, "/moked-desk.war");
        WebArchive bare = archive();
        desk.getContent(Filters.include("/WEB-INF/lib/(primefaces|omnifaces).*")).forEach((path, node) -> bare.add(node.getAsset(), path));
        return write(directory, bare.addAsWebResource(new StringAsset("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>"), "bare.xhtml")
                .addAsWebInfResource(new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"><servlet><servlet-name>faces</servlet-name><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>"
                        + "<load-on-startup>1</load-on-startup></servlet><servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping></web-app>"), "web.xml"));
    }

    private static Path write(Path directory, WebArchive archive) throws IOException {
        Path file = Files.createDirectories(directory).resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "bench-floor.war").addClasses(FloorRow.class, FloorStore.class).addClasses(FloorResource.class, FloorResource.Sent.class, FloorResource.Stored.class, FloorResource.Shared.class, FloorResource.Floor.class)
                .addAsResource(new StringAsset("""
                        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.1"><persistence-unit name="floor" transaction-type="JTA">
                        <jta-data-source>java:jboss/datasources/MokedDS</jta-data-source></persistence-unit></persistence>"""), "META-INF/persistence.xml")
                .addAsWebInfResource(new StringAsset("<jboss-web><context-root>/bench-floor</context-root></jboss-web>"), "jboss-web.xml")
                .addAsWebInfResource(new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"), "beans.xml");
    }
}
