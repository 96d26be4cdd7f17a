pragma Singleton
import QtQuick
import Aislewise

// What the shopper is told of their call, in one voice wherever it is told.
QtObject {
    id: told

    readonly property string who: Calls.who || qsTr("A colleague")
    readonly property bool nobody: Store.onShift === 0
    // It stands badly with the call: what else there is comes first.
    readonly property bool stuck: Calls.isOpen && (Calls.late || (nobody && Calls.state === "called"))
    readonly property int minutes: Math.floor(Calls.waited / 60)
    readonly property int unanswered: Math.floor(Calls.age / 60)

    readonly property string glyph: {
        if (Calls.state === "resolved")
            return "check";
        return Calls.state === "called" ? "bell" : "person";
    }

    readonly property string headline: {
        switch (Calls.state) {
        case "called":
            if (Calls.urgent)
                return qsTr("Help is being called right now");
            return nobody ? qsTr("Your call is kept") : qsTr("A member of staff has been called");
        case "claimed":
            return Format.fill(qsTr("%1 has your call"), who);
        case "coming":
            return Format.fill(qsTr("%1 is on the way"), who);
        case "resolved":
            return ended || qsTr("Glad we could help");
        case "cancelled":
            return qsTr("Your call was cancelled");
        default:
            return qsTr("Nobody could come this time");
        }
    }

    // How a call ended that brought no help.
    readonly property string ended: {
        switch (Calls.outcome) {
        case "no_such_thing":
            return Format.fill(qsTr("%1 looked: we do not have it."), who);
        case "nobody_there":
            return Format.fill(qsTr("%1 came and found nobody."), who);
        default:
            return "";
        }
    }

    readonly property string advice: {
        switch (Calls.state) {
        case "called":
            if (Calls.urgent)
                return qsTr("Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.");
            if (nobody)
                return qsTr("You need not wait here. Write what it is about, for whoever comes.");
            return qsTr("As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.");
        case "claimed":
        case "coming":
            if (Calls.late)
                return "";
            return Calls.who ? Format.fill(qsTr("Please stay near this kiosk, %1 will find you here."), Calls.who) : qsTr("Please stay near this kiosk, we will find you here.");
        case "resolved":
            if (Calls.outcome === "no_such_thing")
                return qsTr("I am sorry. Shall I show you something like it?");
            return Calls.outcome === "nobody_there" ? qsTr("Call again any time.") : qsTr("Is there anything else? Just ask.");
        case "cancelled":
            return qsTr("Nobody will come. You can call again at any time.");
        default:
            return qsTr("We are sorry. Please go to the service desk.");
        }
    }

    // Why it rings anew.
    readonly property string returned: {
        switch (Calls.returned) {
        case "again":
            return qsTr("I am ringing everyone once more.");
        case "back":
            return Calls.had ? Format.fill(qsTr("%1 could not come after all. I am calling again."), Calls.had) : "";
        case "handed":
            return Calls.had ? Format.fill(qsTr("%1 has asked a colleague."), Calls.had) : "";
        default:
            return "";
        }
    }

    // Why somebody may have it already, or it rings for so long.
    readonly property string joined: Calls.isOpen && Calls.joined ? qsTr("Somebody has already called for this. Whoever comes helps you, too.") : ""

    // The truth when it does not go as it should, the weightiest first.
    readonly property string trouble: {
        if (Calls.state === "called" && nobody)
            return Calls.urgent ? before(true) : qsTr("Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here.");
        if (Calls.isOpen && Calls.late) {
            if (Calls.state !== "called")
                return Format.fill(qsTr("I am sorry, this takes longer than it should. If %1 is not here yet, the service desk can help you too."), Calls.who);
            if (Calls.urgent)
                return qsTr("Nobody has answered yet. Call out for help, or call the emergency services.");
            return unanswered < 1 ? qsTr("I am sorry, nobody has answered yet. At the service desk you may be helped sooner.") : qsTr("I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.", "", unanswered);
        }
        if (Calls.state !== "called")
            return "";
        if (Store.phones === 0)
            return qsTr("No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.");
        switch (Calls.step) {
        case 0:
            return "";
        case 1:
            return returned ? "" : qsTr("I have rung them again.");
        case 2:
            return qsTr("Nobody has answered yet: I have called the shift lead, too.");
        default:
            return Calls.urgent ? qsTr("Everyone in the store is being alerted.") : qsTr("Nobody has answered yet: everyone in the store is being called now.");
        }
    }

    // The same before a call is made; `urgent`: of one that would be.
    function before(urgent: bool): string {
        if (nobody)
            return urgent ? qsTr("Nobody is on shift right now, so please do not wait for us: if a life is in danger, call the emergency services at once.") : qsTr("Nobody is on shift right now. You can still call: your call is kept for four hours, and it rings as soon as someone is here.");
        return Store.phones === 0 && !urgent ? qsTr("No colleague has the calls open on a phone right now. I can still ring; at the service desk you may be helped sooner.") : "";
    }

    // When there will be somebody.
    readonly property string opens: nobody && Store.hoursKnown && !Store.openUntil ? Format.hours("", true, Store.opensAt) : ""

    // By this store's own figures, as long as they can still come true.
    readonly property string usual: {
        if (Calls.state === "called" && Calls.answeredIn > Calls.age && !returned && trouble === "")
            return Calls.answeredIn < 60 ? qsTr("Usually somebody answers within half a minute.") : qsTr("Usually somebody answers within about %n minute(s).", "", Calls.answeredIn / 60);
        if ((Calls.state === "claimed" || Calls.state === "coming") && Calls.helpedIn > Calls.age)
            return qsTr("Usually somebody is here within about %n minute(s) of a call.", "", Calls.helpedIn / 60);
        return "";
    }

    // The whole of it in a sentence or two, for the other pages.
    readonly property string line: {
        switch (Calls.state) {
        case "called":
            if (returned)
                return returned;
            if (Calls.urgent)
                return nobody || Calls.late ? trouble : qsTr("Urgent call sent. Staff have been alerted.");
            if (nobody)
                return qsTr("Your call is kept: nobody is on shift right now.");
            return Calls.late ? qsTr("Nobody has answered yet. See what else you can do.") : qsTr("We have called a member of staff.");
        case "claimed":
        case "coming":
            if (Calls.late)
                return Format.fill(qsTr("%1 takes longer than usual."), who);
            return Format.fill(Calls.state === "claimed" ? qsTr("%1 has your call.") : qsTr("%1 is on the way to you."), who);
        case "resolved":
            return ended || Format.fill(qsTr("%1 has helped you. Thank you!"), who);
        case "expired":
            return qsTr("Nobody could come. Please go to the service desk.");
        default:
            return "";
        }
    }

    // What staff said last, in the shopper's words where it is a quick phrase.
    readonly property string message: {
        switch (Calls.message.code) {
        case "on_my_way":
            return qsTr("I am on my way to you.");
        case "two_minutes":
            return qsTr("I will be with you in two minutes.");
        case "five_minutes":
            return qsTr("I will be with you in five minutes.");
        case "come_to_desk":
            return qsTr("Please come to the service desk.");
        case "have_look":
            return qsTr("I will have a look for you.");
        case "none_left":
            return qsTr("I am sorry, we have none left.");
        default:
            return Calls.message.text ?? "";
        }
    }
    // Who said it, and when.
    readonly property string sent: message ? Format.hour(Calls.message.at) : ""
    readonly property string sender: message ? Format.beside([Calls.message.by || qsTr("A colleague"), sent]) : ""

    // What it stands at: as long as this stays, there is nothing new to tell.
    readonly property string news: [Calls.state, Calls.who, Calls.returned, Calls.late ? "late" : "", Calls.outcome].filter(Boolean).join(" ")
}
