// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.router;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lets agents become free one by one and tells how long each decision took, in nanoseconds separated by blanks. */
@WebServlet("/decide")
public class DecisionProbe extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient Decisions decisions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long[] nanos = new long[Integer.parseInt(request.getParameter("rounds"))];
        for (int round = 0; round < nanos.length; round++) {
            long team = decisions.somebodyEnds();
            long began = System.nanoTime();
            decisions.decide(team);
            nanos[round] = System.nanoTime() - began;
        }
        response.setContentType("text/plain");
        response.getWriter().write(Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" ")));
    }
}
