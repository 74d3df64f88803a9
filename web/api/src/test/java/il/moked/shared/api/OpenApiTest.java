// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description and the resources say the same. */
class OpenApiTest {
    private static final java.nio.file.Path DESCRIPTION = java.nio.file.Path.of("src/main/webapp/WEB-INF/openapi.yaml");
    private static final String TEMPLATE = "\\{[^}]+}";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void everyOperationIsDescribedAndNothingElse() throws IOException {
        Set<String> served = BackOffice.RESOURCES.stream().flatMap(OpenApiTest::operations).collect(Collectors.toCollection(TreeSet::new));
        assertThat(described()).isEqualTo(served).isNotEmpty();
    }

    /**
     * A request goes to the resource with the most literal characters in its path, and to no other: one at
     * {@code customers/{id}} would answer 404 for {@code customers/search} of one at {@code customers}.
     */
    @Test
    void noResourceHidesAnOperationOfAnother() {
        Set<String> roots = BackOffice.RESOURCES.stream().map(OpenApiTest::root).collect(Collectors.toSet());
        for (Class<?> resource : BackOffice.RESOURCES) {
            assertThat(operations(resource)).allSatisfy(operation -> {
                String path = operation.substring(operation.indexOf('/') + 1).replaceAll(TEMPLATE, "7");
                assertThat(roots.stream().filter(root -> path.matches(root.replaceAll(TEMPLATE, "[^/]+") + "(/.*)?")).max(Comparator.comparing(root -> root.replaceAll(TEMPLATE, "").length()))).hasValue(root(resource));
            });
        }
    }

    private static String root(Class<?> resource) {
        return resource.getAnnotation(Path.class).value();
    }

    private static Stream<String> operations(Class<?> resource) {
        String base = "/" + root(resource);
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class)).filter(http -> http != null)
                .map(http -> http.value().toLowerCase(Locale.ROOT) + " " + base + own(method)));
    }

    private static String own(Method method) {
        return method.isAnnotationPresent(Path.class) ? "/" + method.getAnnotation(Path.class).value() : "";
    }

    /** Paths are indented by two, their methods by four. */
    private static Set<String> described() throws IOException {
        Set<String> found = new TreeSet<>();
        String path = null;
        for (String line : Files.readAllLines(DESCRIPTION)) {
            if (line.matches("  /\\S*:")) {
                path = line.substring(2, line.length() - 1);
            } else if (line.matches("    [a-z]+:") && METHODS.contains(line.strip().replace(":", ""))) {
                found.add(line.strip().replace(":", "") + " " + path);
            }
        }
        return found;
    }
}
