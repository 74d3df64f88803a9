// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** Somebody asked for help in a case. Told to those who are asked. */
public record HelpAsked(long caseId, List<String> audience) implements DomainEvent {
}
