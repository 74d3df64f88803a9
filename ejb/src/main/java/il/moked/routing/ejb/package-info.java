// SPDX-License-Identifier: Apache-2.0
/**
 * What happens in the waiting lines.
 * <p>
 * <strong>One order of locks.</strong> Whoever changes several rows in one transaction locks them in this order and never
 * goes back: the conversation, its call, its work item, agents by ascending id. In particular:
 * <ul>
 * <li>Who knows only the item reads the id of its conversation without a lock ({@code WorkItems.interactionOf}) and locks
 * the conversation first.</li>
 * <li>Several items are only ever taken by a read that skips what others have locked (claims, expired offers, repairs, an
 * agent's other offers); nobody waits for a second item.</li>
 * <li>Whoever holds an agent waits for no item: what a change of presence gives back is taken by such a read, and what it
 * misses the sweep gives back.</li>
 * <li>Units of agents are changed after all else, the lower id first.</li>
 * </ul>
 * One step holds two conversations: who reaches a customer, or promises to call him, ends the other call backs that wait
 * for the same person. Two such steps for one person at the same moment may cross; the database ends one of them and the
 * edge does it again ({@link il.moked.shared.ejb.CrossedLocks}).
 */
package il.moked.routing.ejb;
