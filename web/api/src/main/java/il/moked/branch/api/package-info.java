// SPDX-License-Identifier: Apache-2.0
/** Branches for other systems of the organisation. */
package il.moked.branch.api;
