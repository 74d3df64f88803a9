// SPDX-License-Identifier: Apache-2.0
/** Contacts handed in by other systems, and conversations as other systems see them, by REST and SOAP. */
package il.moked.interaction.api;
