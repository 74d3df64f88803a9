// SPDX-License-Identifier: Apache-2.0
/** Orders, payments, documents and purchases for other systems of the organisation, by REST and SOAP. */
package il.moked.order.api;
