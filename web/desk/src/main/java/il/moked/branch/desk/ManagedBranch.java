// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ejb.BranchManaging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether who is signed in has a branch to manage: only then it is in the rail. */
@Named
@RequestScoped
public class ManagedBranch {
    @Inject
    BranchManaging managing;

    private Boolean any;

    public boolean isAny() {
        return any = any == null ? managing.manages() : any;
    }
}
