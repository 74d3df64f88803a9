// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

/** What a caller may do. {@link #SYSTEM} is Moked itself: listeners and timers. */
public final class Role {
    public static final String AGENT = "AGENT";
    public static final String SUPERVISOR = "SUPERVISOR";
    /** Decides complaints that were taken to him; independent of those who serve. */
    public static final String OMBUDSMAN = "OMBUDSMAN";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    /** Another system of the organisation, by the back-office interface. */
    public static final String INTEGRATION = "INTEGRATION";
    public static final String SYSTEM = "SYSTEM";

    private Role() {
    }
}
