// SPDX-License-Identifier: Apache-2.0
/** Cases for other systems: opened, read, listed, and brought into another state. */
package il.moked.casework.api;
