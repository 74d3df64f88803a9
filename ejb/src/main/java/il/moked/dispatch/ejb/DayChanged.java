// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.shared.DomainEvent;
import java.time.LocalDate;

/** What was planned for a day may be better, or impossible, from now on: a visit was cancelled, somebody does not work. @param by user name */
public record DayChanged(LocalDate day, String by) implements DomainEvent {
}
