// SPDX-License-Identifier: Apache-2.0
/** The administrator's screens. They show several areas side by side; what may be done stands in those areas. */
package il.moked.admin.desk;
