// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.channel.ChannelAccount;
import il.moked.customer.Customer;
import il.moked.interaction.Call;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.TelephonyCommand.Prompt;
import il.moked.interaction.ejb.CallEvent;
import il.moked.ivr.MenuFlow;
import il.moked.ivr.MenuNode;
import il.moked.ivr.MenuWalk;
import il.moked.ivr.MenuWalk.Awaits;
import il.moked.ivr.MenuWalk.Outcome;
import il.moked.ivr.PayLink;
import il.moked.order.Orders.OrderSummary;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of one caller: from what he pressed to what he is asked next. Places that ask nothing are passed at once, and what they say is
 * said together with the next question, so that every key, and the one for a human first of all, is always one away.
 */
final class MenuStep {
    private static final int ID_DIGITS = 9;
    private static final int CODE_DIGITS = 6;
    private static final Duration KEY_WAIT = Duration.ofSeconds(6);
    /** A card is looked for, a text message arrives. */
    private static final Duration TYPING_WAIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(2);

    private final MenuSteps with;
    private final ChannelAccount account;
    private final Call call;
    private final MenuWalk walk;
    private final MenuFlow flow;
    private final StringBuilder words = new StringBuilder();
    private String sound;
    private int said;

    MenuStep(MenuSteps with, ChannelAccount account, Call call, MenuWalk walk, MenuFlow flow) {
        this.with = with;
        this.account = account;
        this.call = call;
        this.walk = walk;
        this.flow = flow;
    }

    void begin() {
        enter(flow.start());
    }

    /** @param keys null or empty when nothing was pressed in time */
    void pressed(String keys) {
        String typed = keys == null ? "" : keys.replaceAll("[^0-9*]", "");
        if (walk.awaits() == Awaits.FAREWELL) {
            with.commanding().leaveMenu(call, false);
            return;
        }
        if (typed.equals(flow.humanKey())) {
            note(InteractionEvent.Kind.MENU_TYPED, typed);
            enter(flow.human());
            return;
        }
        if (typed.isEmpty()) {
            missed();
            return;
        }
        switch (walk.awaits()) {
            case KEY -> key(typed);
            case ID -> identity(typed);
            case CODE -> code(typed);
            default -> { }
        }
    }

    private void key(String typed) {
        note(InteractionEvent.Kind.MENU_TYPED, typed);
        Optional<MenuNode.Choice> choice = flow.get(walk.node()).choice(typed);
        if (choice.isEmpty()) {
            missed();
            return;
        }
        if (choice.get().language() != null) {
            walk.speaks(choice.get().language());
            with.telling().tell(account.id(), with.ours(call, CallEvent.Type.MENU).speaking(choice.get().language()));
        }
        enter(choice.get().next());
    }

    /** Nothing, or a key that leads nowhere: asked again, and after some times a human takes over. */
    private void missed() {
        if (!walk.missed()) {
            enter(flow.human());
            return;
        }
        say(with.texts().text("missed", walk.language()));
        askAgain();
    }

    private void askAgain() {
        switch (walk.awaits()) {
            case ID -> askIdentity("");
            case CODE -> askCode();
            default -> enter(walk.node());
        }
    }

    /** Whoever has that ID or not, the same is said; without a code that was sent none is ever right. */
    private void identity(String typed) {
        Optional<NationalId> id = NationalId.parse(typed);
        note(InteractionEvent.Kind.MENU_TYPED, id.map(NationalId::masked).orElse("•".repeat(Math.min(typed.length(), ID_DIGITS))));
        if (id.isEmpty()) {
            missed();
            return;
        }
        Customer customer = with.customers().findByNationalId(id.get()).map(Customer::current).orElse(null);
        String handle = customer == null ? null : with.codes().send(customer, walk.language(), call.callerNumber().map(number -> number.value()).orElse(null)).orElse(null);
        walk.claims(customer == null ? null : customer.id(), handle);
        askCode();
    }

    private void code(String typed) {
        note(InteractionEvent.Kind.MENU_TYPED, "•".repeat(Math.min(typed.length(), CODE_DIGITS)));
        boolean right = walk.claimed().isPresent() && walk.codeHandle().isPresent() && with.codes().right(walk.codeHandle().get(), typed, walk.claimed().get());
        if (right) {
            proved();
        } else if (walk.failed()) {
            say(with.texts().text("code-wrong", walk.language()));
            askIdentity("");
        } else {
            notProved();
        }
    }

    private void proved() {
        walk.proved();
        Customer customer = with.customers().get(walk.customer().orElseThrow());
        note(InteractionEvent.Kind.MENU_VERIFIED, null);
        with.events().tell(new CallerProved(call.interactionId(), customer.id()));
        customer.nationalId().ifPresent(id -> with.telling().tell(account.id(), with.ours(call, CallEvent.Type.MENU).typed(id.digits())));
        MenuNode node = flow.get(walk.node());
        enter(node.kind() == MenuNode.Kind.AUTHENTICATE ? node.next() : node.code());
    }

    private void notProved() {
        note(InteractionEvent.Kind.MENU_UNVERIFIED, null);
        with.events().tell(new CallerProved(call.interactionId(), null));
        say(with.texts().text("failed", walk.language()));
        MenuNode node = flow.get(walk.node());
        enter(node.otherwise() == null ? flow.human() : node.otherwise());
    }

    /** Comes to a place, and passes on until something is asked or the menu ends. */
    private void enter(String first) {
        String code = first;
        for (int passed = 0; passed <= MenuFlow.MOST_NODES; passed++) {
            MenuNode node = flow.get(code);
            walk.comesTo(code);
            if (node.kind().personal() && walk.customer().isEmpty()) {
                identify("");
                return;
            }
            if (node.kind() == MenuNode.Kind.AUTHENTICATE && walk.customer().isEmpty()) {
                identify(node.words(walk.language()));
                return;
            }
            if (node.kind().ends() || node.kind() == MenuNode.Kind.CHOOSE || node.kind() == MenuNode.Kind.LANGUAGE) {
                stopAt(node);
                return;
            }
            pass(node);
            code = node.next();
        }
        enterHuman(flow.get(flow.human()));
    }

    private void pass(MenuNode node) {
        switch (node.kind()) {
            case SAY -> say(node);
            case BALANCE -> answer(node, with.answers().balance(walk.customer().orElseThrow(), walk.language()));
            case ORDER -> answer(node, with.answers().order(walk.customer().orElseThrow(), walk.language()));
            case CASES -> answer(node, with.answers().openCases(walk.customer().orElseThrow(), walk.language()));
            case HOURS -> answer(node, with.answers().hours(account, walk.language()));
            case BRANCH_HOURS -> answer(node, branch(node));
            case PAY -> answer(node, pay());
            default -> { }
        }
    }

    /** A branch that was closed for good must not leave a caller in a broken menu. */
    private String branch(MenuNode node) {
        try {
            return with.answers().branch(node.branch(), walk.language());
        } catch (BusinessException gone) {
            return with.texts().text("closed", walk.language());
        }
    }

    private String pay() {
        Optional<OrderSummary> open = with.answers().toPay(walk.customer().orElseThrow());
        if (open.isEmpty()) {
            return with.texts().text("balance-none", walk.language());
        }
        try {
            long payment = with.paying().askForCaller(open.get().number());
            with.walks().link(payment).ifPresentOrElse(known -> known.again(walk), () -> with.walks().add(new PayLink(payment, open.get().id(), walk)));
            with.events().tell(new LinkAsked(call.interactionId(), open.get().id()));
            return with.texts().text("pay-sent", walk.language(), CallerAnswers.spoken(open.get().open(), walk.language()));
        } catch (BusinessException refused) {
            return with.texts().text("pay-unable", walk.language());
        }
    }

    private void stopAt(MenuNode node) {
        switch (node.kind()) {
            case CHOOSE -> {
                say(node);
                say(with.texts().text("human-key", walk.language(), flow.humanKey()));
                ask(Awaits.KEY, 1, KEY_WAIT, false);
            }
            case LANGUAGE -> {
                say(node.words("he"));
                say(node.words("en"));
                sound = node.sound();
                ask(Awaits.KEY, 1, KEY_WAIT, false);
            }
            case HUMAN -> enterHuman(node);
            case CALLBACK -> {
                say(node);
                callBack("callback-done", Outcome.CALLBACK);
            }
            case MESSAGE -> {
                say(node);
                record();
            }
            default -> {
                say(node);
                left(Outcome.SERVED);
                farewell("farewell");
            }
        }
    }

    private void enterHuman(MenuNode node) {
        walk.comesTo(node.code());
        say(node.words(walk.language()).isBlank() ? with.texts().text("human", walk.language()) : node.words(walk.language()));
        left(Outcome.HUMAN);
        if (node.subject() != null) {
            with.telling().tell(account.id(), with.ours(call, CallEvent.Type.MENU).chose(null, node.subject()));
        }
        with.telling().tell(account.id(), with.ours(call, CallEvent.Type.QUEUED));
        with.commanding().leaveMenu(call, true);
        heard();
        with.commanding().announce(call.interactionId(), words.toString(), walk.language(), "");
    }

    /** His place in line is kept; without a number there is nobody to call, and he waits. */
    private void callBack(String done, Outcome outcome) {
        if (call.callerNumber().isEmpty()) {
            say(with.texts().text("callback-withheld", walk.language()));
            enterHuman(flow.get(flow.human()));
            return;
        }
        left(outcome);
        with.telling().tell(account.id(), with.ours(call, CallEvent.Type.MENU).chose(null, "callback"));
        if (call.endedAt().isEmpty()) {
            farewell(done);
        }
    }

    private void record() {
        heard();
        Prompt prompt = new Prompt(words.toString(), walk.language(), 0, LONGEST_MESSAGE, false, false);
        walk.isAsked(Awaits.RECORDING, with.commanding().ask(call, Kind.RECORD, prompt));
    }

    void recorded() {
        if (call.endedAt().isPresent() && call.callerNumber().isEmpty()) {
            return;
        }
        walk.reopenForMessage();
        callBack("message-done", Outcome.MESSAGE);
    }

    private void farewell(String text) {
        say(with.texts().text(text, walk.language()));
        ask(Awaits.FAREWELL, 0, Duration.ZERO, false);
    }

    void hungUp() {
        walk.hungUp(now());
        tellLeft();
    }

    void left(Outcome how) {
        walk.ends(how, now());
        tellLeft();
    }

    private void tellLeft() {
        with.events().tell(new MenuLeft(call.interactionId(), walk.customer().orElse(null), walk.flow(), walk.node(), walk.outcome().orElseThrow()));
    }

    private void identify(String before) {
        if (!walk.mayTry()) {
            enter(flow.get(walk.node()).otherwise() == null ? flow.human() : flow.get(walk.node()).otherwise());
            return;
        }
        askIdentity(before);
    }

    private void askIdentity(String before) {
        say(before.isBlank() ? with.texts().text("id-ask", walk.language()) : before);
        ask(Awaits.ID, ID_DIGITS, TYPING_WAIT, true);
    }

    private void askCode() {
        say(with.texts().text("code-ask", walk.language()));
        ask(Awaits.CODE, CODE_DIGITS, TYPING_WAIT.plus(TYPING_WAIT), true);
    }

    private void ask(Awaits what, int most, Duration wait, boolean secret) {
        heard();
        String spoken = sound != null && said <= 1 ? sound : words.toString();
        walk.isAsked(what, with.commanding().ask(call, Kind.PROMPT, new Prompt(spoken, walk.language(), most, wait, true, secret)));
    }

    private void answer(MenuNode node, String answered) {
        say(node.words(walk.language()));
        say(answered);
        walk.heardAnswer();
    }

    private void say(MenuNode node) {
        say(node.words(walk.language()));
        sound = node.sound();
    }

    private void say(String text) {
        if (!text.isBlank()) {
            words.append(words.length() == 0 ? "" : " ").append(text.strip());
            said++;
        }
    }

    private void heard() {
        if (words.length() > 0) {
            note(InteractionEvent.Kind.MENU_HEARD, words.toString());
        }
    }

    private void note(InteractionEvent.Kind kind, String detail) {
        with.telling().note(with.interactions().get(call.interactionId()), kind, detail, now());
    }

    private Instant now() {
        return with.clock().instant();
    }
}
