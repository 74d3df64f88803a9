// SPDX-License-Identifier: Apache-2.0
/** Who is at work and how much more work he can take. Aggregate: Agent. Uses shared, access. */
package il.moked.agent;
