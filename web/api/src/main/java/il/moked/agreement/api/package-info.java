// SPDX-License-Identifier: Apache-2.0
/** What customers have by contract and own, by REST. */
package il.moked.agreement.api;
