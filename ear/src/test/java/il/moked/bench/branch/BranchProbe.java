// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.branch;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code do=found} makes branches with their people, {@code do=play} plays a day at all of them; see {@link BranchDayPlay}. */
@WebServlet("/branches")
public class BranchProbe extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient BranchFounding founding;
    @Inject
    transient BranchDayPlay play;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try {
            if ("found".equals(request.getParameter("do"))) {
                for (int branch = 0; branch < number(request, "branches"); branch++) {
                    founding.found(branch, number(request, "counters"), number(request, "customers"));
                }
                play.takeSeats(number(request, "branches"));
                response.getWriter().write("done");
            } else {
                long[] offsets = Arrays.stream(request.getParameter("offsets").split(" ")).mapToLong(Long::parseLong).toArray();
                play.play(offsets, number(request, "branches"), number(request, "counters"), Double.parseDouble(request.getParameter("speed"))).forEach((step, nanos) -> print(response, step + " " + nanos.stream().map(String::valueOf).collect(Collectors.joining(" "))));
            }
        } catch (Exception failure) {
            // whoever measures has no other sight of this server
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            failure.printStackTrace(response.getWriter());
        }
    }

    private static void print(HttpServletResponse response, String line) {
        try {
            response.getWriter().println(line);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }
}
