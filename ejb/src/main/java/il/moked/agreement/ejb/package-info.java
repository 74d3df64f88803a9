// SPDX-License-Identifier: Apache-2.0
/** What is done with agreements: read, made, ended, used. Uses customers and calendars. Fires AgreementActed. */
package il.moked.agreement.ejb;
