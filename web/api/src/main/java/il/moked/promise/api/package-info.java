// SPDX-License-Identifier: Apache-2.0
/** What customers were promised, by REST and SOAP. */
package il.moked.promise.api;
