// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.Optional;

/** The number of a company in the Israeli register, nine digits. Its check digit is computed as that of {@link NationalId}. Public, so it is never masked. */
public record CompanyNumber(String digits) {
    private static final int LENGTH = 9;

    public CompanyNumber {
        if (digits == null || digits.length() != LENGTH || NationalId.parse(digits).isEmpty()) {
            throw new BusinessException("shared.company-number");
        }
    }

    /** Nine digits; hyphens and spaces do not matter. No zero is ever left out of a company number, so none is added. */
    public static Optional<CompanyNumber> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String bare = written.strip().replace("-", "").replace(" ", "");
        return bare.length() == LENGTH ? NationalId.parse(bare).map(id -> new CompanyNumber(id.digits())) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
