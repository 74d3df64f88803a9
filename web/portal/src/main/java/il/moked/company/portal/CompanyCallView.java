// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.casework.ServiceCase.State;
import il.moked.company.ejb.CompanyCalls.CallDetail;
import il.moked.company.ejb.CompanyCalls.ClockLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One call with its stage, clocks, what was written, visits and promises. */
@Named
@RequestScoped
public class CompanyCallView {
    private static final List<String> STAGES = List.of("received", "work", "solved", "closed");

    @Inject
    CompanyView company;

    private CallDetail call;

    /** @param state {@code done}, {@code now} or {@code ahead} */
    public record Stage(String key, String state) {
    }

    void shows(CallDetail detail) {
        call = detail;
    }

    public CallDetail getCall() {
        return call;
    }

    public List<Stage> getStages() {
        int now = switch (call.state()) {
            case NEW -> 0;
            case SOLVED -> 2;
            case CLOSED -> 3;
            default -> 1;
        };
        return STAGES.stream().map(key -> new Stage(key, STAGES.indexOf(key) < now ? "done" : STAGES.indexOf(key) == now ? "now" : "ahead")).toList();
    }

    public boolean isWaitsForUs() {
        return call.state() != State.WAITING_CUSTOMER;
    }

    /** {@code good} in time, {@code bad} late, {@code info} while it runs, {@code off} while it does not. */
    public String tone(ClockLine clock) {
        return clock.missed() ? "bad" : clock.met() ? "good" : clock.due() == null ? "off" : "info";
    }

    /** What is told of it in a word. */
    public String word(ClockLine clock) {
        return clock.missed() ? "late" : clock.met() ? "met" : clock.ended() ? "ended" : clock.due() == null ? "paused" : "running";
    }
}
