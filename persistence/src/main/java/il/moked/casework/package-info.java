// SPDX-License-Identifier: Apache-2.0
/**
 * Cases: what a customer asked for, reported or complained of, until it is solved, with clocks that say honestly how long he
 * waited. Aggregates: ServiceCase with its SlaClocks, ServiceLevel.
 */
package il.moked.casework;
