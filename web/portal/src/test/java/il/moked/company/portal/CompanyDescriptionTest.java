// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description for companies' programs and what is served say the same. */
class CompanyDescriptionTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void everyOperationIsDescribedAndNothingElse() throws IOException {
        Set<String> served = new CompanyApi().getClasses().stream().filter(type -> type.isAnnotationPresent(Path.class)).flatMap(CompanyDescriptionTest::operations).collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        String path = null;
        for (String line : new CompanyDescription().get().split("\n")) {
            if (line.matches("  /\\S*:")) {
                path = line.substring(2, line.length() - 1);
            } else if (line.matches("    [a-z]+:") && METHODS.contains(line.strip().replace(":", ""))) {
                described.add(line.strip().replace(":", "") + " " + path);
            }
        }
        assertThat(described).isEqualTo(served).hasSize(6);
    }

    private static Stream<String> operations(Class<?> resource) {
        String base = "/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class)).filter(http -> http != null)
                .map(http -> http.value().toLowerCase(Locale.ROOT) + " " + base + (method.isAnnotationPresent(Path.class) ? "/" + method.getAnnotation(Path.class).value() : "")));
    }
}
