// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * The limits of the outside. Generous to people, also to many behind one address (an office, a mobile network); tight
 * enough that guessing and flooding do not pay.
 */
@ApplicationScoped
public class Limits {
    @Inject
    Clock clock;

    private RateLimit floods;
    private RateLimit forms;
    private RateLimit trackings;
    private RateLimit chats;
    private RateLimit chatCalls;
    private RateLimit lines;
    private RateLimit signs;
    private RateLimit files;
    private RateLimit passages;
    private RateLimit helps;
    private RateLimit joins;
    private RateLimit telephones;
    private RateLimit kiosks;
    private RateLimit branches;
    private RateLimit bookings;
    private RateLimit shops;
    private RateLimit links;
    private RateLimit matters;
    private RateLimit purchases;
    private RateLimit ownPages;
    private RateLimit programs;
    private RateLimit wrongKeys;
    private RateLimit passwords;
    private RateLimit signIns;

    @PostConstruct
    void fill() {
        floods = new RateLimit(60, Duration.ofSeconds(1), clock);
        forms = new RateLimit(10, Duration.ofSeconds(30), clock);
        trackings = new RateLimit(30, Duration.ofSeconds(3), clock);
        chats = new RateLimit(20, Duration.ofSeconds(10), clock);
        chatCalls = new RateLimit(300, Duration.ofMillis(100), clock);
        lines = new RateLimit(30, Duration.ofSeconds(2), clock);
        signs = new RateLimit(60, Duration.ofMillis(500), clock);
        files = new RateLimit(20, Duration.ofSeconds(20), clock);
        passages = new RateLimit(10, Duration.ofSeconds(30), clock);
        helps = new RateLimit(60, Duration.ofSeconds(1), clock);
        joins = new RateLimit(10, Duration.ofMinutes(1), clock);
        telephones = new RateLimit(3, Duration.ofMinutes(20), clock);
        kiosks = new RateLimit(60, Duration.ofSeconds(3), clock);
        branches = new RateLimit(240, Duration.ofMillis(250), clock);
        bookings = new RateLimit(5, Duration.ofMinutes(30), clock);
        shops = new RateLimit(120, Duration.ofMillis(500), clock);
        signIns = new RateLimit(40, Duration.ofSeconds(5), clock);
        links = new RateLimit(120, Duration.ofSeconds(1), clock);
        matters = new RateLimit(10, Duration.ofSeconds(30), clock);
        purchases = new RateLimit(10, Duration.ofSeconds(30), clock);
        ownPages = new RateLimit(240, Duration.ofMillis(250), clock);
        programs = new RateLimit(120, Duration.ofMillis(500), clock);
        wrongKeys = new RateLimit(20, Duration.ofSeconds(30), clock);
        passwords = new RateLimit(20, Duration.ofSeconds(20), clock);
    }

    /** Uploads an address: the body is not even read beyond this. 60 at once, then one a second. */
    public RateLimit floods() {
        return floods;
    }

    /** Forms sent from an address: 10 at once, then two a minute. */
    public RateLimit forms() {
        return forms;
    }

    /** References asked for from an address: 30 at once, then 20 a minute. */
    public RateLimit trackings() {
        return trackings;
    }

    /** Chats opened from an address: 20 at once, then 6 a minute. */
    public RateLimit chats() {
        return chats;
    }

    /** Requests of chat windows from an address: 300 at once, then 10 a second. */
    public RateLimit chatCalls() {
        return chatCalls;
    }

    /** Lines of one chat: 30 at once, then 30 a minute. */
    public RateLimit lines() {
        return lines;
    }

    /** Signs of one chat, that its visitor writes or has read: 60 at once, then two a second. */
    public RateLimit signs() {
        return signs;
    }

    /** Files sent by chat from an address: 20 at once, then three a minute. */
    public RateLimit files() {
        return files;
    }

    /** Chats that go on in another window, from an address: 10 at once, then two a minute. */
    public RateLimit passages() {
        return passages;
    }

    /** Articles looked for or read from an address: 60 at once, then one a second. */
    public RateLimit helps() {
        return helps;
    }

    /** Numbers taken from home at an address: 10 at once, then one a minute. */
    public RateLimit joins() {
        return joins;
    }

    /** Numbers taken from home for a telephone: 3 at once, then three an hour; each is told to it. */
    public RateLimit telephones() {
        return telephones;
    }

    /** What is asked of a kiosk at an address: 60 at once, then 20 a minute. */
    public RateLimit kiosks() {
        return kiosks;
    }

    /** Branches, displays and tickets looked at from an address: 240 at once, then four a second: a branch has many screens behind one. */
    public RateLimit branches() {
        return branches;
    }

    /** Appointments booked for one telephone number or mail address, which gets a message for each: 5 at once, then one in half an hour. */
    public RateLimit bookings() {
        return bookings;
    }

    /** Products, the basket and the first page looked at from an address: 120 at once, then two a second. */
    public RateLimit shops() {
        return shops;
    }

    /** Complaints and faults sent from an address, and what is written on to one: 10 at once, then two a minute. */
    public RateLimit matters() {
        return matters;
    }

    /** Orders placed from an address: 10 at once, then two a minute; each holds goods for a while. */
    public RateLimit purchases() {
        return purchases;
    }

    /** Pages of those who are signed in, and tries at them, from an address: 240 at once, then four a second. */
    public RateLimit ownPages() {
        return ownPages;
    }

    /** What a company's program asks with one key: 120 times at once, then twice a second. */
    public RateLimit programs() {
        return programs;
    }

    /** Keys that are none, from an address: 20 at once, then two a minute. */
    public RateLimit wrongKeys() {
        return wrongKeys;
    }

    /** Passwords tried from an address, whatever the name: 20 at once, then three a minute. */
    public RateLimit passwords() {
        return passwords;
    }

    /** Steps of signing in from an address: 40 at once, then 12 a minute; codes and passwords have tighter limits of their own. */
    public RateLimit signIns() {
        return signIns;
    }

    /** Secure links opened and used from an address: 120 at once, then one a second. Their tokens cannot be guessed, and each counts wrong digits itself. */
    public RateLimit links() {
        return links;
    }
}
