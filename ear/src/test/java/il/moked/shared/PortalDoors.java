// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import il.moked.shared.OpenDoor.Way;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address of the portal, found in its compiled classes: nobody has to remember to list one. */
public final class PortalDoors {
    private static final String DOOR = "il.moked.shared.portal.Door";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private PortalDoors() {
    }

    /** All of them for the tests inside the server, where the portal's classes cannot be seen. */
    public static String written() {
        return all().stream().map(OpenDoor::written).collect(Collectors.joining("\n"));
    }

    static List<OpenDoor> all() {
        JavaClasses portal = new ClassFileImporter().importPath(java.nio.file.Path.of("../web/portal/target/classes"));
        List<OpenDoor> doors = new ArrayList<>();
        for (JavaClass type : portal) {
            if (type.isAssignableTo(HttpServlet.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                List<String> paths = texts(type, WebServlet.class, "value", "urlPatterns");
                paths.forEach(path -> doors.add(door(type.getSimpleName(), type, type, Way.SERVLET, methods(type), path.isEmpty() ? "/" : path)));
                if (paths.isEmpty()) {
                    doors.add(door(type.getSimpleName(), type, type, Way.SERVLET, Set.of(), "?"));
                }
            }
            if (type.isAnnotatedWith(ServerEndpoint.class)) {
                texts(type, ServerEndpoint.class, "value").forEach(path -> doors.add(door(type.getSimpleName(), type, type, Way.SOCKET, Set.of("GET"), path)));
            }
            if (type.isAnnotatedWith(Path.class)) {
                String root = application(portal, type) + "/" + text(type, Path.class);
                for (JavaMethod method : type.getMethods()) {
                    Set<String> verbs = VERBS.stream().filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)).collect(Collectors.toCollection(TreeSet::new));
                    boolean strange = method.getAnnotations().stream().anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)) && verbs.isEmpty();
                    if (!verbs.isEmpty() || strange || method.isAnnotatedWith(Path.class)) {
                        doors.add(door(type.getSimpleName() + "." + method.getName(), method, type, Way.RESOURCE, verbs, (root + "/" + text(method, Path.class)).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "")));
                    }
                }
            }
        }
        return doors.stream().sorted(Comparator.comparing(OpenDoor::path).thenComparing(OpenDoor::name)).toList();
    }

    private static OpenDoor door(String name, HasAnnotations<?> nearest, JavaClass type, Way way, Set<String> methods, String path) {
        Optional<? extends JavaAnnotation<?>> said = nearest.tryGetAnnotationOfType(DOOR);
        Optional<? extends JavaAnnotation<?>> door = said.isPresent() ? said : type.tryGetAnnotationOfType(DOOR);
        return new OpenDoor(name, way, methods, path, door.map(annotation -> names(annotation, "to")).orElse(Set.of()), door.map(annotation -> names(annotation, "reaches")).orElse(Set.of()), List.copyOf(door.map(annotation -> names(annotation, "paths")).orElse(Set.of())));
    }

    private static Set<String> names(JavaAnnotation<?> annotation, String property) {
        return annotation.get(property).stream().flatMap(value -> Arrays.stream((Object[]) value)).map(value -> value instanceof JavaEnumConstant constant ? constant.name() : value instanceof JavaClass type ? type.getName() : String.valueOf(value)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a servlet answers: a method it does not have is refused by the container, and one that decides itself has all. */
    private static Set<String> methods(JavaClass servlet) {
        Set<String> found = new TreeSet<>();
        Stream.concat(Stream.of(servlet), servlet.getAllRawSuperclasses().stream().filter(above -> above.getPackageName().startsWith("il.moked"))).flatMap(type -> type.getMethods().stream()).map(JavaMethod::getName).forEach(name -> {
            switch (name) {
                case "doGet" -> found.add("GET");
                case "doPost" -> found.add("POST");
                case "doPut" -> found.add("PUT");
                case "doDelete" -> found.add("DELETE");
                case "service" -> found.addAll(Set.of("GET", "POST"));
                default -> {
                }
            }
        });
        return found;
    }

    private static String application(JavaClasses portal, JavaClass resource) {
        return portal.stream().filter(type -> type.isAssignableTo(Application.class) && type.isAnnotatedWith(ApplicationPath.class) && type.getDirectDependenciesFromSelf().stream().anyMatch(dependency -> dependency.getTargetClass().equals(resource)))
                .map(type -> text(type, ApplicationPath.class)).findFirst().orElse("?");
    }

    private static String text(HasAnnotations<?> annotated, Class<? extends java.lang.annotation.Annotation> annotation) {
        return annotated.tryGetAnnotationOfType(annotation.getName()).flatMap(found -> found.get("value")).map(String::valueOf).orElse("");
    }

    private static List<String> texts(JavaClass type, Class<? extends java.lang.annotation.Annotation> annotation, String... properties) {
        return type.tryGetAnnotationOfType(annotation.getName()).stream().flatMap(found -> Arrays.stream(properties).flatMap(property -> found.get(property).stream()))
                .flatMap(value -> value instanceof Object[] several ? Arrays.stream(several) : Stream.of(value)).map(String::valueOf).toList();
    }
}
