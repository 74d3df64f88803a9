// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

/** What was asked for is not there, or the caller may not know that it is. Code {@code area.unknown}. */
public class NotFoundException extends BusinessException {
    public NotFoundException(String code, Object... arguments) {
        super(code, arguments);
    }
}
