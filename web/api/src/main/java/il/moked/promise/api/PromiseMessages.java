// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/PromiseService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class PromiseMessages {
    static final String NAMESPACE = "urn:moked:promise:1";

    private PromiseMessages() {
    }

    @XmlRootElement(name = "GivePromise")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"customerId", "text", "kind", "channel", "due", "dueAt", "owner", "team"})
    public static class GivePromise {
        long customerId;
        String text;
        String kind;
        String channel;
        String due;
        String dueAt;
        String owner;
        String team;

        NewPromise promise() {
            return new NewPromise(text, kind, channel, due, dueAt, owner, team);
        }
    }

    @XmlRootElement(name = "GetPromise")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "id")
    public static class GetPromise {
        long id;
    }

    @XmlRootElement(name = "KeepPromise")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version", "proof", "what"})
    public static class KeepPromise {
        long id;
        int version;
        String proof;
        String what;
    }

    @XmlRootElement(name = "CancelPromise")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version", "why"})
    public static class CancelPromise {
        long id;
        int version;
        String why;
    }

    @XmlRootElement(name = "ReschedulePromise")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "version", "due", "dueAt", "why"})
    public static class ReschedulePromise {
        long id;
        int version;
        String due;
        String dueAt;
        String why;
    }

    @XmlRootElement(name = "ListPromises")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"customerId", "cursor", "size"})
    public static class ListPromises {
        long customerId;
        String cursor;
        Integer size;
    }

    @XmlRootElement(name = "PromiseResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "promise")
    public static class PromiseResponse {
        PromiseState promise;

        static PromiseResponse of(PromiseState state) {
            PromiseResponse response = new PromiseResponse();
            response.promise = state;
            return response;
        }
    }

    @XmlRootElement(name = "ListPromisesResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"promise", "next"})
    public static class ListPromisesResponse {
        List<PromiseState> promise;
        String next;

        static ListPromisesResponse of(List<PromiseState> states, String next) {
            ListPromisesResponse response = new ListPromisesResponse();
            response.promise = states;
            response.next = next;
            return response;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Promise", propOrder = {"id", "version", "customerId", "kind", "text", "state", "dueAt", "wishedAt", "moved", "givenBy", "givenOn", "givenAt", "owner", "team", "brokenAt", "endedAt", "proof", "ending", "firstDueAt", "reschedules", "rescheduledWhy"})
    public static class PromiseState {
        long id;
        int version;
        long customerId;
        String kind;
        String text;
        String state;
        String dueAt;
        String wishedAt;
        String moved;
        String givenBy;
        String givenOn;
        String givenAt;
        String owner;
        String team;
        String brokenAt;
        String endedAt;
        String proof;
        String ending;
        String firstDueAt;
        int reschedules;
        String rescheduledWhy;

        static PromiseState of(PromiseDetail detail, int version) {
            PromiseState state = new PromiseState();
            state.id = detail.id();
            state.version = version;
            state.customerId = detail.customerId();
            state.kind = detail.kind().name();
            state.text = detail.text();
            state.state = detail.state().name();
            state.dueAt = moment(detail.dueAt());
            state.wishedAt = moment(detail.wishedAt());
            state.moved = name(detail.moved());
            state.givenBy = detail.givenBy();
            state.givenOn = detail.givenOn().name();
            state.givenAt = moment(detail.givenAt());
            state.owner = detail.owner();
            state.team = detail.team();
            state.brokenAt = moment(detail.brokenAt());
            state.endedAt = moment(detail.endedAt());
            state.proof = name(detail.proof());
            state.ending = detail.ending();
            state.firstDueAt = moment(detail.firstDueAt());
            state.reschedules = detail.reschedules();
            state.rescheduledWhy = detail.rescheduledWhy();
            return state;
        }

        private static String moment(Instant at) {
            return at == null ? null : at.toString();
        }

        private static String name(Enum<?> member) {
            return member == null ? null : member.name();
        }
    }
}
