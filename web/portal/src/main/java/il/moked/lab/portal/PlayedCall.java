// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoExchange.ServiceNumber;
import il.moked.interaction.Call.EndedBy;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.lab.portal.CallLog.What;
import il.moked.shared.NationalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/**
 * One call of a played customer, as the exchange has it: where he is in it, what he hears, and what is to be told of it.
 * It knows neither clock nor door: both are {@link PlayedExchange}'s.
 */
final class PlayedCall {
    /** Nobody lets it ring longer. */
    static final Duration RINGS = Duration.ofSeconds(45);
    /** Whoever asks to be called back hears soon that he will be, or he will not be. */
    static final Duration CALLBACK_ANSWERED = Duration.ofSeconds(10);
    /** To hear it to its end, before the exchange hangs up. */
    static final Duration FAREWELL = Duration.ofSeconds(6);
    static final String CALL_BACK = "callback";
    private static final int LONGEST_ID = 9;
    private static final int LONGEST_AHEAD = 40;
    private static final String END = "#";
    private static final int LETTERS_A_SECOND = 12;

    /** GUIDED: the organisation says what is played and which keys are read. OUTSIDE: put through to somebody who is none of ours; for us the call is over. */
    enum Phase {
        GUIDED, LANGUAGE, IDENTITY, SUBJECT, WAITING, RINGING, TALKING, HELD, OUTSIDE, ENDED;

        boolean menu() {
            return this == GUIDED || this == LANGUAGE || this == IDENTITY || this == SUBJECT;
        }
    }

    private final String id = "lab-" + UUID.randomUUID();
    private final ServiceNumber number;
    private final CallLog log;
    private final Deque<CallEvent> untold = new ArrayDeque<>();
    private final StringBuilder typed = new StringBuilder();
    private final Long command;
    private final String extension;
    private int told;
    private Phase phase;
    private Instant since;
    private String language;
    private String heard;
    private boolean wrong;
    private boolean recorded;
    private String outside;
    private Instant callbackAskedAt;
    private Instant leavesAt;
    private Asked prompt;
    private Instant answerBy;
    /** Pressed before it was asked for, as people do who know the menu. */
    private final StringBuilder ahead = new StringBuilder();

    private PlayedCall(ServiceNumber number, CallLog log, Long command, String extension, Phase phase, Instant now) {
        this.number = number;
        this.log = log;
        this.command = command;
        this.extension = extension;
        this.phase = phase;
        this.since = now;
        this.language = number.language();
    }

    /** @param caller E.164, or null for a number that is withheld */
    static PlayedCall dialled(ServiceNumber number, String caller, CallLog log, Instant now) {
        PlayedCall call = new PlayedCall(number, log, null, null, number.guided() ? Phase.GUIDED : Phase.LANGUAGE, now);
        log.add(now, caller == null ? What.DIALLED_WITHHELD : What.DIALLED, caller);
        call.tell(call.event(Type.OFFERED, now).from(caller, number.number()));
        return call;
    }

    /** @param callOut what we are asked: a call to a customer */
    static PlayedCall ringing(ServiceNumber number, Asked callOut, CallLog log, Instant now) {
        PlayedCall call = new PlayedCall(number, log, callOut.id(), callOut.extension(), Phase.RINGING, now);
        log.add(now, What.RINGS, number.number());
        call.tell(call.event(Type.OFFERED, now).from(null, callOut.target()).outbound(callOut.id()));
        return call;
    }

    private CallEvent event(Type type, Instant now) {
        return CallEvent.of(id + "-" + ++told, id, type, now);
    }

    private void tell(CallEvent event) {
        untold.add(event);
    }

    private void turn(Phase next, Instant now) {
        phase = next;
        since = now;
        heard = null;
        wrong = false;
    }

    /** A key of the telephone: a digit, star or hash. */
    void press(char key, Instant now) {
        switch (phase) {
            case GUIDED -> typeAhead(key, now);
            case LANGUAGE -> chooseLanguage(key, now);
            case IDENTITY -> typeIdentity(key, now);
            case SUBJECT -> chooseSubject(key, now);
            case WAITING -> {
                if (CALL_BACK.equals(meaning(key)) && leavesAt == null) {
                    askToBeCalledBack(key, now);
                }
            }
            default -> { }
        }
    }

    private void typeAhead(char key, Instant now) {
        if (ahead.length() < LONGEST_AHEAD) {
            ahead.append(key);
        }
        readAhead(now);
    }

    /** Keys go to what is asked now; what is left of them to what is asked next. */
    private void readAhead(Instant now) {
        while (prompt != null && !ahead.isEmpty()) {
            String key = ahead.substring(0, 1);
            ahead.deleteCharAt(0);
            if (prompt.kind() == Kind.RECORD) {
                if (END.equals(key)) {
                    spoken(now);
                }
            } else if (END.equals(key)) {
                answer(now);
            } else if (prompt.keys().most() > 0) {
                typed.append(key);
                answerBy = now.plusSeconds(prompt.keys().waitSeconds());
                if (typed.length() >= prompt.keys().most()) {
                    answer(now);
                }
            }
        }
    }

    private void answer(Instant now) {
        String keys = typed.toString();
        if (!keys.isEmpty()) {
            log.add(now, What.PRESSED, prompt.keys().secret() ? "•".repeat(keys.length()) : keys);
        }
        tell(event(Type.DIGITS, now).pressed(keys.isEmpty() ? null : keys, prompt.id()));
        typed.setLength(0);
        prompt = null;
    }

    private void spoken(Instant now) {
        log.add(now, What.SPOKE, null);
        tell(event(Type.RECORDED, now).recordedAt("https://recordings.example/" + id + ".wav"));
        prompt = null;
    }

    private void asked(Asked question, Instant now) {
        prompt = question;
        typed.setLength(0);
        language = question.language();
        hear(question.announcement(), now);
        Duration speaking = Duration.ofSeconds(question.announcement().length() / LETTERS_A_SECOND + 1);
        answerBy = now.plus(speaking).plusSeconds(question.keys().waitSeconds());
        readAhead(now);
    }

    private void chooseLanguage(char key, Instant now) {
        if (key != '1' && key != '2') {
            wrong = true;
            return;
        }
        language = key == '1' ? "he" : "en";
        log.add(now, What.LANGUAGE, language);
        tell(event(Type.MENU, now).speaking(language));
        turn(Phase.IDENTITY, now);
    }

    private void typeIdentity(char key, Instant now) {
        if (key == '*') {
            typed.setLength(0);
        } else if (key != '#') {
            typed.append(key);
        }
        if (key == '#' && typed.isEmpty()) {
            log.add(now, What.IDENTITY_SKIPPED, null);
            turn(Phase.SUBJECT, now);
        } else if (key == '#' || typed.length() == LONGEST_ID) {
            Optional<NationalId> identity = NationalId.parse(typed.toString());
            typed.setLength(0);
            if (identity.isEmpty()) {
                log.add(now, What.IDENTITY_WRONG, null);
                wrong = true;
                return;
            }
            log.add(now, What.IDENTITY, identity.get().masked());
            tell(event(Type.MENU, now).typed(identity.get().digits()));
            turn(Phase.SUBJECT, now);
        }
    }

    private void chooseSubject(char key, Instant now) {
        String subject = meaning(key);
        if (subject == null) {
            wrong = true;
            return;
        }
        turn(Phase.WAITING, now);
        if (CALL_BACK.equals(subject)) {
            askToBeCalledBack(key, now);
            return;
        }
        log.add(now, What.SUBJECT, subject);
        tell(event(Type.MENU, now).chose(String.valueOf(key), null));
        tell(event(Type.QUEUED, now));
        log.add(now, What.WAITING, null);
    }

    private void askToBeCalledBack(char key, Instant now) {
        callbackAskedAt = now;
        log.add(now, What.CALLBACK_ASKED, null);
        tell(event(Type.MENU, now).chose(String.valueOf(key), null));
    }

    private String meaning(char key) {
        return number.menu().get(String.valueOf(key));
    }

    void pickUp(Instant now) {
        if (phase == Phase.RINGING) {
            log.add(now, What.PICKED_UP, null);
            connect(extension, now);
        }
    }

    private void connect(String agentExtension, Instant now) {
        turn(Phase.TALKING, now);
        recorded = true;
        CallEvent answered = event(Type.ANSWERED, now).at(agentExtension);
        tell(command == null ? answered : answered.outbound(command));
    }

    /** The customer does, or does not pick up. */
    void hangUp(Instant now) {
        end(EndedBy.CUSTOMER, phase == Phase.RINGING ? What.REJECTED : What.CUSTOMER_HUNG_UP, now);
    }

    /** Nobody has his telephone before him any more. */
    void leftAlone(Instant now) {
        end(EndedBy.EXCHANGE, What.LEFT_ALONE, now);
    }

    private void end(EndedBy by, What what, Instant now) {
        if (phase == Phase.ENDED) {
            return;
        }
        boolean ours = phase != Phase.OUTSIDE;
        if (prompt != null && prompt.kind() == Kind.RECORD) {
            spoken(now);
        }
        turn(Phase.ENDED, now);
        log.add(now, what, null);
        if (ours) {
            tell(event(Type.ENDED, now).endedBy(by));
        }
    }

    /** Time goes by. */
    void tick(Instant now) {
        if (prompt != null && now.isAfter(answerBy)) {
            if (prompt.kind() == Kind.RECORD) {
                spoken(now);
            } else {
                answer(now);
            }
        }
        if (phase == Phase.RINGING && now.isAfter(since.plus(RINGS))) {
            end(EndedBy.EXCHANGE, What.NOT_PICKED_UP, now);
        } else if (phase == Phase.WAITING && leavesAt != null && now.isAfter(leavesAt)) {
            end(EndedBy.EXCHANGE, What.EXCHANGE_HUNG_UP, now);
        } else if (callbackAskedAt != null && now.isAfter(callbackAskedAt.plus(CALLBACK_ANSWERED))) {
            callbackAskedAt = null;
            log.add(now, What.CALLBACK_REFUSED, null);
        }
    }

    /**
     * Does what the exchange is asked.
     *
     * @return empty when it is done, else why it cannot be
     */
    Optional<String> carry(Asked asked, Instant now) {
        if (!possible(asked)) {
            return Optional.of("impossible when " + phase);
        }
        switch (asked.kind()) {
            case ANNOUNCE -> hear(asked.announcement(), now);
            case ROUTE -> {
                log.add(now, What.PUT_THROUGH, asked.target());
                callbackAskedAt = null;
                leavesAt = null;
                connect(asked.target(), now);
            }
            case HOLD -> {
                turn(Phase.HELD, now);
                log.add(now, What.HELD, null);
                tell(event(Type.HELD, now));
            }
            case RESUME -> {
                turn(Phase.TALKING, now);
                log.add(now, What.RESUMED, null);
                tell(event(Type.RESUMED, now));
            }
            case TRANSFER -> transfer(asked.target(), now);
            case QUEUE -> {
                turn(Phase.WAITING, now);
                log.add(now, What.WAITING, null);
                tell(event(Type.QUEUED, now));
            }
            case CONSULT -> {
                turn(Phase.HELD, now);
                log.add(now, What.HELD, null);
                tell(event(Type.HELD, now));
            }
            case HANG_UP -> {
                boolean led = phase == Phase.GUIDED;
                end(led ? EndedBy.EXCHANGE : EndedBy.AGENT, led ? What.EXCHANGE_HUNG_UP : What.AGENT_HUNG_UP, now);
            }
            case PAUSE_RECORDING -> record(false, What.RECORDING_PAUSED, now);
            case RESUME_RECORDING -> record(true, What.RECORDING_RESUMED, now);
            case PROMPT, RECORD -> asked(asked, now);
            case LINE_UP -> {
                turn(Phase.WAITING, now);
                prompt = null;
                log.add(now, What.WAITING, null);
                tell(event(Type.QUEUED, now));
            }
            case CALL_OUT, LISTEN_IN -> throw new IllegalArgumentException("a call of its own");
        }
        return Optional.empty();
    }

    private boolean possible(Asked asked) {
        boolean talks = phase == Phase.TALKING || phase == Phase.HELD;
        return switch (asked.kind()) {
            case ANNOUNCE -> phase.menu() || phase == Phase.WAITING || talks;
            case ROUTE -> phase == Phase.WAITING;
            case HOLD, RESUME, TRANSFER, QUEUE, CONSULT, PAUSE_RECORDING, RESUME_RECORDING -> talks;
            case HANG_UP -> phase != Phase.ENDED && phase != Phase.OUTSIDE;
            case PROMPT, RECORD, LINE_UP -> phase == Phase.GUIDED;
            case CALL_OUT, LISTEN_IN -> false;
        };
    }

    private void hear(String words, Instant now) {
        heard = words;
        log.add(now, What.TOLD, words);
        if (callbackAskedAt != null) {
            callbackAskedAt = null;
            leavesAt = now.plus(FAREWELL);
        }
    }

    private void transfer(String target, Instant now) {
        tell(event(Type.TRANSFERRED, now).to(target));
        if (target.startsWith("+") || target.startsWith("*")) {
            log.add(now, What.TRANSFERRED_OUTSIDE, target);
            tell(event(Type.ENDED, now).endedBy(EndedBy.AGENT));
            turn(Phase.OUTSIDE, now);
            outside = target;
        } else {
            log.add(now, What.TRANSFERRED, target);
            connect(target, now);
        }
    }

    private void record(boolean goesOn, What what, Instant now) {
        if (recorded != goesOn) {
            recorded = goesOn;
            log.add(now, what, null);
        }
    }

    /** What was not told yet, oldest first; null when all was. */
    CallEvent toTell() {
        return untold.peek();
    }

    /** The oldest was told. */
    void told() {
        untold.remove();
    }

    /** Whether the organisation leads it through its menu. */
    boolean guided() {
        return number.guided();
    }

    boolean over() {
        return phase == Phase.ENDED;
    }

    String id() {
        return id;
    }

    Phase phase() {
        return phase;
    }

    Instant since() {
        return since;
    }

    /** That he chose, or the service number's. */
    String language() {
        return language;
    }

    /** The announcement he heard last in this phase, or null. */
    String heard() {
        return heard;
    }

    /** What he typed last was wrong. */
    boolean wrong() {
        return wrong;
    }

    String typed() {
        return typed.toString();
    }

    boolean recorded() {
        return recorded;
    }

    /** Where he was put through to, when that is none of ours. */
    String outside() {
        return outside;
    }
}
