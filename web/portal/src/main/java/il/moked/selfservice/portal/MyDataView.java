// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.DataRequest.Kind;
import il.moked.selfservice.DataRequest.State;
import il.moked.selfservice.ejb.OwnData.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What a customer asked of his data. */
@Named
@RequestScoped
public class MyDataView {
    private List<Asked> requests = List.of();
    private long coded = -1;

    /** @param codeFor id of the request a code was sent for, or -1 */
    void shows(List<Asked> all, long codeFor) {
        requests = all;
        coded = codeFor;
    }

    public List<Asked> getRequests() {
        return requests;
    }

    public long getCoded() {
        return coded;
    }

    public boolean isCopyOpen() {
        return open(Kind.COPY);
    }

    public boolean isErasureOpen() {
        return open(Kind.ERASURE);
    }

    private boolean open(Kind kind) {
        return requests.stream().anyMatch(asked -> asked.kind() == kind && (asked.state() == State.WAITING || asked.state() == State.READY));
    }
}
