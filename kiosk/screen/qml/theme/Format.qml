pragma Singleton
import QtQuick
import Aislewise

// Numbers, money, times and codes in words of the language on screen.
QtObject {
    id: format

    readonly property var locale: Qt.locale(Languages.locale)
    readonly property var symbols: ({
            "USD": "$",
            "EUR": "€",
            "GBP": "£",
            "CAD": "$",
            "AUD": "$"
        })

    // A value that keeps its own direction inside a sentence of the other one: "Aisle 7" in Arabic words.
    function apart(value: string): string {
        return Languages.mirrored ? "\u2068" + value + "\u2069" : value;
    }

    // What there is of several values, side by side.
    function beside(values: var): string {
        const there = values.filter(Boolean);
        return Languages.mirrored ? "\u200F" + there.map(apart).join(" · ") : there.join(" · ");
    }

    // A sentence with its values, each taken as it is: a "%2" inside the first one stays what it is.
    function fill(sentence: string, first: string, second: string, third: string): string {
        const values = [first, second, third].map(value => apart(value ?? ""));
        return sentence.replace(/%([123])/g, (_, n) => values[n - 1]);
    }

    function money(minor: int, currency: string): string {
        const value = Number(minor / 100);
        return currency in symbols ? value.toLocaleCurrencyString(locale, symbols[currency]) : value.toLocaleString(locale, "f", 2) + "\u00a0" + currency;
    }

    function unitPrice(card: var): string {
        return card.unit === "each" ? fill(qsTr("%1 each"), money(card.unit_price, card.currency)) : fill(qsTr("%1 per %2"), money(card.unit_price, card.currency), Labels.unit(card.unit));
    }

    function stock(count: var): string {
        if (count === null)
            return "";
        if (count <= 0)
            return qsTr("Out of stock");
        if (count <= 3)
            return qsTr("Only %n left", "", count);
        return qsTr("%n in stock", "", count);
    }

    function products(count: int): string {
        return qsTr("%n product(s)", "", count);
    }

    function items(count: int): string {
        return qsTr("%n item(s)", "", count);
    }

    // A product in a few words, for a screen reader.
    function product(card: var): string {
        return fill(qsTr("%1, %2, %3"), card.name, money(card.price, card.currency), place(card));
    }

    function place(card: var): string {
        if (!card.aisle)
            return qsTr("Ask a member of staff");
        return card.bay ? fill(qsTr("Aisle %1, bay %2"), card.aisle, card.bay) : fill(qsTr("Aisle %1"), card.aisle);
    }

    function aisles(names: var): string {
        if (names.length === 0)
            return "";
        return names.length === 1 ? fill(qsTr("Aisle %1"), names[0]) : fill(qsTr("Aisles %1"), names.join(", "));
    }

    // "HH:MM" as the shop's locale writes it.
    function clock(text: string): string {
        const time = Date.fromLocaleTimeString(Qt.locale("C"), text, "HH:mm");
        return isNaN(time.getTime()) ? text : time.toLocaleTimeString(locale, Locale.ShortFormat);
    }

    function day(iso: string): string {
        const date = new Date(iso.length === 10 ? iso + "T00:00:00" : iso);
        return isNaN(date.getTime()) ? iso : date.toLocaleDateString(locale, qsTr("dddd, MMMM d", "a date without its year, as Qt writes formats"));
    }

    // The time of day of a moment.
    function hour(iso: string): string {
        const date = new Date(iso);
        return isNaN(date.getTime()) ? "" : date.toLocaleTimeString(locale, Locale.ShortFormat);
    }

    function moment(iso: string): string {
        const date = new Date(iso);
        if (isNaN(date.getTime()))
            return iso;
        const time = hour(iso);
        return date.toDateString() === new Date(Store.now()).toDateString() ? fill(qsTr("today at %1"), time) : fill(qsTr("%1, %2"), day(iso), time);
    }

    // Until when the store is open ("HH:MM", or "always"), else when it opens ("YYYY-MM-DDTHH:MM"), each empty if not known.
    function hours(openUntil: string, known: bool, opensAt: string): string {
        if (!known)
            return "";
        if (openUntil === "always")
            return qsTr("Open day and night");
        if (openUntil)
            return fill(qsTr("Open until %1"), clock(openUntil));
        const date = new Date(opensAt);
        if (isNaN(date.getTime()))
            return qsTr("Closed right now");
        const time = clock(opensAt.slice(11));
        const days = Math.round((new Date(opensAt.slice(0, 10) + "T00:00") - new Date(Store.now()).setHours(0, 0, 0, 0)) / 86400000);
        if (days <= 0)
            return fill(qsTr("Closed now, opens at %1"), time);
        return days === 1 ? fill(qsTr("Closed now, opens tomorrow at %1"), time) : fill(qsTr("Closed now, opens %1 at %2", "a weekday and a time"), date.toLocaleDateString(locale, "dddd"), time);
    }

    // A day of the week, 0 is Monday.
    function weekday(number: int): string {
        const name = locale.standaloneDayName((number + 1) % 7, Locale.LongFormat);
        return name.charAt(0).toUpperCase() + name.slice(1);
    }

    function reason(code: string): string {
        switch (code) {
        case "help":
            return qsTr("A helping hand");
        case "find":
            return qsTr("Finding something");
        case "stock":
            return qsTr("Checking stock");
        case "product":
            return qsTr("Product advice");
        case "medicine":
            return qsTr("Health and medicine");
        case "allergy":
            return qsTr("Allergy question");
        case "age_check":
            return qsTr("Age check");
        case "locked_case":
            return qsTr("Open a locked case");
        case "checkout":
            return qsTr("Help at checkout");
        case "complaint":
            return qsTr("Something went wrong");
        case "emergency":
            return qsTr("Emergency");
        case "lost_child":
            return qsTr("Lost child");
        case "injury":
            return qsTr("Someone is hurt");
        case "theft":
            return qsTr("I don’t feel safe");
        case "manager":
            return qsTr("Speak to a manager");
        default:
            return qsTr("Something else");
        }
    }

    function nutrient(key: string): string {
        switch (key) {
        case "energy_kj":
        case "energy_kcal":
            return qsTr("Energy");
        case "fat":
            return qsTr("Fat");
        case "saturates":
            return qsTr("of which saturates");
        case "carbohydrate":
            return qsTr("Carbohydrate");
        case "sugars":
            return qsTr("of which sugars");
        case "fibre":
            return qsTr("Fiber");
        case "protein":
            return qsTr("Protein");
        case "salt":
            return qsTr("Salt");
        default:
            return Labels.title(key);
        }
    }

    function amount(key: string, value: real): string {
        const number = Number(value).toLocaleString(locale, "f", Number.isInteger(value) ? 0 : (value < 0.1 ? 2 : 1));
        if (key === "energy_kj")
            return fill(qsTr("%1 kJ"), number);
        if (key === "energy_kcal")
            return fill(qsTr("%1 kcal"), number);
        return fill(qsTr("%1 g"), number);
    }

    // What the assistant is asked with by a tap on `shown`: the English of it, where it does not speak the language.
    function asked(english: string, shown: string): string {
        return Languages.answered ? shown : english;
    }

    // What kept the kiosk from hearing what was said.
    function deaf(code: string): string {
        switch (code) {
        case "nothing_heard":
            return qsTr("I did not hear anything. Please try again, or type your question.");
        case "too_loud":
            return qsTr("That was a bit loud for me. A little further away, please.");
        case "microphone":
            return qsTr("I can’t hear at the moment. You can type, or call a person.");
        case "recogniser":
            return qsTr("Sorry, I lost what you said. Please say it again in a moment, or type it.");
        case "unavailable":
            return qsTr("I can’t listen just yet. Please try again in a moment, or type your question.");
        default:
            return qsTr("Sorry, I could not hear you. Please try again, or type your question.");
        }
    }

    // What is shown while the microphone is open and nothing was heard yet.
    function listening(state: string, prompt: string, hint: string): string {
        if (state === "opening")
            return qsTr("One moment …");
        if (hint === "language")
            return qsTr("I read your language, but I do not hear it here. Please type your question.");
        switch (prompt) {
        case "choose":
            return qsTr("Say which one, or tap it.");
        case "again":
            return qsTr("Please say it once more.");
        default:
            return qsTr("I am listening …");
        }
    }

    function didYouSay(choices: var): string {
        switch (choices.length) {
        case 0:
            return qsTr("Please say it once more, or type it.");
        case 1:
            return fill(qsTr("Did you say “%1”?"), choices[0]);
        case 2:
            return fill(qsTr("Did you say “%1” or “%2”?"), choices[0], choices[1]);
        default:
            return qsTr("Did you say one of these?");
        }
    }

    function trouble(code: string): string {
        if (code === "unavailable" || code === "busy")
            return qsTr("I can’t answer right now. Please try again in a moment, or call a member of staff.");
        return qsTr("Sorry, that did not work. Shall I call a member of staff?");
    }
}
