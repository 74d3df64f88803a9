// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with promises: given, kept, cancelled, handed on by people; reminded of, broken and escalated by the clock. Uses
 * agreements and conversations. Fires PromiseActed, PromiseReminded, PromiseBroken, PromiseEscalated. Whoever changes one locks
 * its row first and the counts of its team last, the lower team id first.
 */
package il.moked.promise.ejb;
