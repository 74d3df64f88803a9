// SPDX-License-Identifier: Apache-2.0
/**
 * What a customer may do by himself once it is known who he is: codes and sign-in, and each thing of his asked of the area it belongs
 * to, for his session's customer and nobody else. Fires CodeActed and PortalSessionActed.
 */
package il.moked.selfservice.ejb;
