// SPDX-License-Identifier: Apache-2.0
/**
 * What every page for the outside stands on: security headers, rate limits, texts, problem pages, the contact page itself.
 * A page is a servlet that decides, a request-scoped view that holds what is shown, and a Facelet under {@code WEB-INF/site}
 * that nobody can open by its address. No component library, no session. May use {@code channel.ejb}; fires no events.
 */
package il.moked.shared.portal;
