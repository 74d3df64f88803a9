// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.ejb.OwnDetails.Details;
import il.moked.selfservice.ejb.PortalSigningIn.Device;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** A customer's own details. */
@Named
@RequestScoped
public class MyDetailsView {
    private static final int LONGEST = 254;

    private Details details;
    private List<Device> devices = List.of();
    private boolean coded;
    private boolean password;
    private boolean oldPassword;
    private String address = "";

    /** @param waits whether a code for a new address is waited for */
    void shows(Details own, List<Device> where, boolean waits, String typed) {
        details = own;
        devices = where;
        coded = waits;
        address = typed == null || typed.length() > LONGEST ? "" : typed;
    }

    /** @param has one @param asked for it before he chooses another */
    void password(boolean has, boolean asked) {
        password = has;
        oldPassword = asked;
    }

    public boolean isPassword() {
        return password;
    }

    public boolean isOldPassword() {
        return oldPassword;
    }

    public Details getDetails() {
        return details;
    }

    public List<Device> getDevices() {
        return devices;
    }

    public boolean isCoded() {
        return coded;
    }

    public String getAddress() {
        return address;
    }
}
