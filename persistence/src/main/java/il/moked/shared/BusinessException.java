// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A refusal the caller can do something about. Carries a code of the form {@code area.reason} and the arguments of its
 * text; the text itself is looked up at the edge, in the language of whoever reads it. Rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public class BusinessException extends RuntimeException {
    private final String code;
    private final transient List<Object> arguments;

    public BusinessException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
