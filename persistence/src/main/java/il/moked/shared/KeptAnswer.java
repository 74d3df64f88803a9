// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

/**
 * What was answered to a request that came under a key.
 *
 * @param contentType null, as the body, when the answer had none
 * @param location of what was made, or null
 * @param entityTag of the version it has now, or null
 */
public record KeptAnswer(int status, String contentType, String location, String entityTag, String body) {
}
