// SPDX-License-Identifier: Apache-2.0
/**
 * What is done at branches: people are greeted, called to counters and served. Fires VisitorCame, VisitorCalled, VisitorServed,
 * VisitorGone, CounterMoved. Whoever changes a visit locks its conversation first, then the visit.
 */
package il.moked.branch.ejb;
