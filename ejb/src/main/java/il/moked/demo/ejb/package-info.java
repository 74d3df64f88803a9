// SPDX-License-Identifier: Apache-2.0
/** What only a demo installation may do. Every activity here refuses unless {@code moked.profile} is {@code demo}. Fires no events. */
package il.moked.demo.ejb;
