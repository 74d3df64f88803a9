// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.interaction.Call.Direction;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.Call.State;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.Exchanging.Lasting;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is connected on the exchange now, and what of it is a call of ours: makes of what the manager interface writes what
 * the port tells. One for each line; a new line begins with a list of all channels. The ids of what it tells are made of
 * what was told, so that the same thing told again, over another line or by another node, is the same.
 */
final class Switchboard {
    /** Channels of calls we make are called so, and the id of the command. */
    static final String OURS = "moked-";
    static final String COMMAND = "MOKED_COMMAND";
    private static final int LONGEST_ID = 150;
    private static final int REMEMBERED = 2_000;
    private static final Set<String> WITHHELD = Set.of("anonymous", "restricted", "private", "unavailable", "unknown", "withheld");
    /** Where an incoming channel is before anybody answered (AST_STATE_RING); one that is dialled is not. */
    private static final String RINGING_IN = "4";

    private final AsteriskSettings settings;
    private final Clock clock;
    private final Map<String, Leg> legs = new HashMap<>();
    private final Map<String, LiveCall> calls = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final List<String> left = new ArrayList<>();
    private final Map<String, Boolean> over = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Switchboard(AsteriskSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One event and all it tells us. What we do not know tells nothing. */
    synchronized List<CallEvent> heard(AmiBlock block) {
        List<CallEvent> told = new ArrayList<>();
        Instant at = block.at().orElseGet(clock::instant);
        switch (block.event()) {
            case "Newchannel" -> leg(block, "").ifPresent(leg -> begin(leg, settings.contexts().contains(leg.context) && block.says("ChannelState", RINGING_IN), at, told));
            case "Newexten" -> leg(block, "").ifPresent(leg -> entered(leg, at, told));
            case "VarSet" -> leg(block, "").ifPresent(leg -> set(leg, block, at, told));
            case "UserEvent" -> leg(block, "").ifPresent(leg -> said(leg, block, at, told));
            case "QueueCallerJoin" -> leg(block, "").filter(leg -> settings.queues().contains(block.text("Queue"))).ifPresent(leg -> waits(leg, at, told));
            case "ParkedCall" -> leg(block, "Parkee").filter(leg -> settings.parkingLots().contains(block.text("ParkingLot"))).ifPresent(leg -> waits(leg, at, told));
            case "AgentConnect" -> leg(block, "").filter(leg -> leg.call != null)
                    .ifPresent(leg -> answered(leg.call, settings.extensionOf(block.text("Interface")).or(() -> settings.extensionOf(block.text("DestChannel"))).orElse(null), block.get("DestUniqueid").orElse("queue"), at, told));
            case "BridgeEnter" -> leg(block, "").ifPresent(leg -> {
                leg.bridge = block.get("BridgeUniqueid").orElse(null);
                together(leg, at, told);
            });
            case "BridgeLeave" -> leg(block, "").ifPresent(leg -> leg.bridge = null);
            case "Hold" -> leg(block, "").filter(Switchboard::agents).ifPresent(leg -> told.add(told(leg.call, Type.HELD, moment(at), at)));
            case "Unhold" -> leg(block, "").filter(Switchboard::agents).ifPresent(leg -> told.add(told(leg.call, Type.RESUMED, moment(at), at)));
            case "BlindTransfer" -> transferred(block, "Transferer", block.get("Extension").orElse(null), at, told);
            case "AttendedTransfer" -> transferred(block, "OrigTransferer", settings.extensionOf(block.text("TransferTargetChannel")).or(() -> block.get("TransferTargetCallerIDNum")).orElse(null), at, told);
            case "Rename" -> Optional.ofNullable(legs.get(block.text("Uniqueid"))).ifPresent(leg -> leg.name = block.get("Newname").orElse(leg.name));
            case "HangupRequest" -> leg(block, "").ifPresent(Switchboard::wantsToEnd);
            case "Hangup" -> leg(block, "").ifPresent(leg -> gone(leg, EndedBy.EXCHANGE, at, told));
            case "CoreShowChannel" -> list(block, at);
            default -> { }
        }
        return told;
    }

    private Optional<Leg> leg(AmiBlock block, String prefix) {
        String id = block.text(prefix + "Uniqueid");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        Leg leg = legs.computeIfAbsent(id, Leg::new);
        leg.seen(block, prefix);
        listed.add(id);
        if (leg.call == null && calls.containsKey(leg.linkedId)) {
            calls.get(leg.linkedId).join(leg);
        }
        return Optional.of(leg);
    }

    /** A call of ours begins with this channel, when it is one. @param fromOutside it is where calls from outside enter */
    private void begin(Leg leg, boolean fromOutside, Instant at, List<CallEvent> told) {
        if (leg.call != null || leg.linkedId.isEmpty() || leg.linkedId.length() > LONGEST_ID || over.containsKey(leg.linkedId)) {
            return;
        }
        Optional<Long> command = commandOf(leg.linkedId);
        if (command.isPresent()) {
            beginOut(leg, command.get(), at, told);
        } else if (fromOutside) {
            LiveCall call = new LiveCall(leg.linkedId, null);
            calls.put(call.id, call);
            call.join(leg);
            call.customer = leg;
            told.add(told(call, Type.OFFERED, null, at).from(number(leg.caller), leg.extension.isEmpty() || leg.extension.length() == 1 ? null : leg.extension));
        }
    }

    private void beginOut(Leg leg, long command, Instant at, List<CallEvent> told) {
        if (leg.call == null && !over.containsKey(leg.linkedId)) {
            LiveCall call = new LiveCall(leg.linkedId, command);
            calls.put(call.id, call);
            call.join(leg);
            call.agent = leg;
            told.add(told(call, Type.OFFERED, null, at));
        }
    }

    private static Optional<Long> commandOf(String id) {
        return id.matches(OURS + "[0-9]{1,18}") ? Optional.of(Long.valueOf(id.substring(OURS.length()))) : Optional.empty();
    }

    private static Long promptOf(AmiBlock block) {
        String written = block.text("Prompt");
        return written.matches("[0-9]{1,18}") ? Long.valueOf(written) : null;
    }

    private static String number(String caller) {
        return caller.isEmpty() || WITHHELD.contains(caller.toLowerCase(Locale.ROOT)) ? null : caller;
    }

    /** A channel came to a place in the dialplan. */
    private void entered(Leg leg, Instant at, List<CallEvent> told) {
        boolean waiting = leg.context.equals(settings.waitContext());
        begin(leg, leg.first() && (waiting || settings.contexts().contains(leg.context)), at, told);
        if (leg.call == null || leg != leg.call.customer) {
            return;
        }
        if (waiting) {
            waits(leg, at, told);
        } else if (leg.context.equals(settings.holdContext()) && leg.bridge == null && !leg.call.held && leg.extension.equals(AsteriskCommands.CUSTOMER_ON_HOLD)) {
            leg.call.held = true;
            told.add(told(leg.call, Type.HELD, moment(at), at));
        }
    }

    private void waits(Leg leg, Instant at, List<CallEvent> told) {
        LiveCall call = leg.call;
        if (call != null && leg == call.customer && !call.queued && !call.outbound()) {
            call.queued = true;
            told.add(told(call, Type.QUEUED, null, at));
        }
    }

    private void set(Leg leg, AmiBlock block, Instant at, List<CallEvent> told) {
        if (block.says("Variable", COMMAND) && block.text("Value").matches("[0-9]{1,18}") && leg.first()) {
            beginOut(leg, Long.parseLong(block.text("Value")), at, told);
        } else if (block.says("Variable", "MIXMONITOR_FILENAME") && leg.call != null) {
            LiveCall call = leg.call;
            settings.linkOf(block.text("Value")).ifPresent(link -> told.add(told(call, Type.RECORDED, UUID.nameUUIDFromBytes(link.getBytes(StandardCharsets.UTF_8)).toString(), at).recordedAt(link)));
        }
    }

    /** What the dialplan says in so many words. Its own {@code Language} is the channel's, so ours is {@code Lang}. */
    private void said(Leg leg, AmiBlock block, Instant at, List<CallEvent> told) {
        String word = block.text("UserEvent").toLowerCase(Locale.ROOT);
        if (!Set.of("mokedoffered", "mokedmenu", "mokedqueued", "mokedanswered", "mokedheld", "mokedresumed", "mokedrecorded", "mokeddigits").contains(word)) {
            return;
        }
        begin(leg, true, at, told);
        LiveCall call = leg.call;
        if (call == null) {
            return;
        }
        CallEvent event = switch (word) {
            case "mokedoffered" -> told(call, Type.OFFERED, "said", at);
            case "mokedqueued" -> told(call, Type.QUEUED, "said", at);
            case "mokedanswered" -> told(call, Type.ANSWERED, moment(at), at).at(block.get("Extension").orElse(null));
            case "mokedheld" -> told(call, Type.HELD, moment(at), at);
            case "mokedresumed" -> told(call, Type.RESUMED, moment(at), at);
            case "mokedrecorded" -> told(call, Type.RECORDED, moment(at), at).recordedAt(block.get("Link").or(() -> settings.linkOf(block.text("File"))).orElse(null));
            case "mokeddigits" -> told(call, Type.DIGITS, block.text("Prompt"), at).pressed(block.get("Digits").orElse(null), promptOf(block));
            default -> told(call, Type.MENU, moment(at), at).chose(block.get("Key").orElse(null), block.get("Subject").orElse(null));
        };
        call.queued |= word.equals("mokedqueued");
        call.answered |= word.equals("mokedanswered");
        told.add(event.from(block.get("Caller").map(Switchboard::number).orElse(null), block.get("Dialled").orElse(null)).typed(block.get("NationalId").orElse(null))
                .speaking(block.get("Lang").filter(Set.of("he", "en")::contains).orElse(null)));
    }

    private void answered(LiveCall call, String extension, String who, Instant at, List<CallEvent> told) {
        call.answered = true;
        call.by = null;
        told.add(told(call, Type.ANSWERED, who, at).at(extension));
    }

    /** Somebody came to where others hear him. A customer with somebody who is no end inside the exchange is answered. */
    private void together(Leg entered, Instant at, List<CallEvent> told) {
        List<Leg> inside = legs.values().stream().filter(leg -> entered.bridge != null && entered.bridge.equals(leg.bridge) && !leg.local()).toList();
        inside.forEach(Switchboard::dialled);
        for (Leg customer : inside) {
            if (customer.call != null && customer == customer.call.customer) {
                inside.stream().filter(other -> other != customer && (customer == entered || other == entered)).forEach(other -> talk(customer.call, other, at, told));
            }
        }
    }

    /** The other end of a call we made is the customer. */
    private static void dialled(Leg leg) {
        if (leg.call != null && leg.call.outbound() && leg.call.customer == null && leg != leg.call.agent) {
            leg.call.customer = leg;
        }
    }

    private void talk(LiveCall call, Leg other, Instant at, List<CallEvent> told) {
        if (call.agent != other || !call.answered) {
            call.agent = other;
            answered(call, settings.extensionOf(other.name).orElse(null), other.id, at, told);
        }
        call.by = null;
        if (other.call == null) {
            call.join(other);
        }
        if (call.held) {
            call.held = false;
            told.add(told(call, Type.RESUMED, moment(at), at));
        }
    }

    private static boolean agents(Leg leg) {
        return leg.call != null && leg == leg.call.agent;
    }

    private void transferred(AmiBlock block, String who, String to, Instant at, List<CallEvent> told) {
        LiveCall call = Optional.ofNullable(legs.get(block.text(who + "Uniqueid"))).map(leg -> leg.call).or(() -> Optional.ofNullable(legs.get(block.text("TransfereeUniqueid"))).map(leg -> leg.call)).orElse(null);
        if (call != null && block.says("Result", "Success")) {
            call.by = null;
            told.add(told(call, Type.TRANSFERRED, moment(at), at).to(to));
        }
    }

    private static void wantsToEnd(Leg leg) {
        LiveCall call = leg.call;
        if (call == null || call.by != null) {
            return;
        }
        if (leg == call.customer) {
            call.by = EndedBy.CUSTOMER;
        } else if (leg == call.agent && (call.talking() || call.held || call.outbound() && !call.answered)) {
            call.by = EndedBy.AGENT;
        }
    }

    private void gone(Leg leg, EndedBy otherwise, Instant at, List<CallEvent> told) {
        legs.remove(leg.id);
        LiveCall call = leg.call;
        if (call == null) {
            return;
        }
        call.legs.remove(leg);
        boolean ended = leg == call.customer && (!call.outbound() || call.answered) || leg == call.agent && call.outbound() && !call.answered || call.legs.isEmpty();
        if (ended) {
            calls.remove(call.id);
            over.put(call.id, true);
            call.legs.forEach(rest -> rest.call = null);
            told.add(told(call, Type.ENDED, null, at).endedBy(call.by == null ? otherwise : call.by));
        } else if (leg == call.customer) {
            call.customer = null;
        } else if (leg == call.agent && call.held && call.customer != null) {
            // nobody is there any more for whom he waits
            left.add(call.customer.name);
        }
    }

    /** Channels of customers on hold whose agent hung up. Told once. */
    synchronized List<String> leftAlone() {
        List<String> alone = List.copyOf(left);
        left.clear();
        return alone;
    }

    private CallEvent told(LiveCall call, Type type, String which, Instant at) {
        CallEvent event = CallEvent.of(call.id + ":" + type.name().toLowerCase(Locale.ROOT) + (which == null ? "" : ":" + which), call.id, type, at);
        return call.outbound() ? event.outbound(call.command) : event;
    }

    private static String moment(Instant at) {
        return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
    }

    synchronized void listing() {
        listed.clear();
    }

    private void list(AmiBlock block, Instant at) {
        leg(block, "").ifPresent(leg -> {
            leg.bridge = block.get("BridgeId").orElse(null);
            leg.since = since(block.text("Duration"), at);
        });
    }

    private static Instant since(String duration, Instant at) {
        String[] parts = duration.split(":");
        try {
            return parts.length == 3 ? at.minus(Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1])).plusSeconds(Long.parseLong(parts[2]))) : at;
        } catch (NumberFormatException otherwise) {
            return at;
        }
    }

    /**
     * After all channels were listed: what we missed.
     *
     * @param lasting calls that have not ended as far as we know
     */
    synchronized List<CallEvent> reconciled(List<Lasting> lasting) {
        List<CallEvent> told = new ArrayList<>();
        Instant now = clock.instant();
        List.copyOf(legs.values()).stream().filter(leg -> !listed.contains(leg.id)).forEach(leg -> gone(leg, EndedBy.EXCHANGE, now, told));
        for (Lasting known : lasting) {
            if (!calls.containsKey(known.call()) && !over.containsKey(known.call())) {
                adopt(known, now, told);
            }
        }
        List.copyOf(legs.values()).stream().filter(leg -> leg.call == null && (leg.first() || commandOf(leg.linkedId).isPresent())).forEach(leg -> {
            begin(leg, settings.contexts().contains(leg.context) || leg.context.equals(settings.waitContext()), leg.since == null ? now : leg.since, told);
            if (leg.context.equals(settings.waitContext())) {
                waits(leg, now, told);
            }
        });
        List.copyOf(legs.values()).stream().filter(leg -> leg.call != null && leg.call.customer == leg && leg.bridge != null && !(leg.call.answered && leg.call.talking())).forEach(leg -> together(leg, now, told));
        return told;
    }

    private void adopt(Lasting known, Instant now, List<CallEvent> told) {
        List<Leg> its = legs.values().stream().filter(leg -> leg.call == null && (leg.linkedId.equals(known.call()) || leg.id.equals(known.call()))).toList();
        LiveCall call = new LiveCall(known.call(), known.direction() == Direction.OUTBOUND ? commandOf(known.call()).orElse(0L) : null);
        if (its.isEmpty()) {
            told.add(told(call, Type.ENDED, null, now).endedBy(EndedBy.EXCHANGE));
            return;
        }
        calls.put(call.id, call);
        its.forEach(call::join);
        Leg first = its.stream().filter(leg -> leg.id.equals(known.call())).findFirst().orElse(null);
        Leg agent = its.stream().filter(leg -> settings.extensionOf(leg.name).isPresent()).findFirst().orElse(null);
        Leg other = its.stream().filter(leg -> leg != first && leg != agent && !leg.local()).findFirst().orElse(null);
        call.customer = call.outbound() ? other : first != null ? first : other;
        call.agent = call.outbound() && first != null ? first : agent;
        call.queued = known.state() != State.OFFERED;
        call.answered = known.state() == State.ANSWERED || known.state() == State.HELD;
        call.held = known.state() == State.HELD && call.customer != null && call.customer.bridge == null;
    }

    /** For who carries commands. */
    synchronized Optional<LiveCall> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** Its channels that are something more than an end inside the exchange. */
    synchronized List<Leg> legs(LiveCall call) {
        return call.legs.stream().filter(leg -> !leg.local()).toList();
    }

    /** An agent asked us to end it. */
    synchronized void ending(LiveCall call) {
        call.by = call.by == null ? EndedBy.AGENT : call.by;
    }

    /** Whom an agent talks with who is not the customer. */
    synchronized Optional<Leg> beside(Leg agent) {
        return legs.values().stream().filter(leg -> leg != agent && !leg.local() && agent.bridge != null && agent.bridge.equals(leg.bridge)).filter(leg -> leg.call == null || leg != leg.call.customer).findFirst();
    }

    /** We sent a caller on hold elsewhere; the exchange does not call that a transfer. @param from whom he leaves, unless he has another already @param at before he could be answered there */
    synchronized CallEvent sent(LiveCall call, long command, Leg from, String to, Instant at) {
        leaves(call, from);
        return told(call, Type.TRANSFERRED, "c" + command, at).to(to);
    }

    /** We sent him back among those who wait: he enters their place a second time, which alone tells nothing. */
    synchronized CallEvent waitsAgain(LiveCall call, long command, Leg from, Instant at) {
        leaves(call, from);
        call.queued = true;
        call.held = false;
        return told(call, Type.QUEUED, "c" + command, at);
    }

    private static void leaves(LiveCall call, Leg agent) {
        if (call.agent == agent) {
            call.agent = null;
        }
    }
}
