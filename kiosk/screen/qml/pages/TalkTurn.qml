pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// One turn of the conversation. `turn` is a row of Talk.turns; the last one also offers what to do next.
Column {
    id: whole

    required property var turn
    property bool last: false
    property bool unfolded: false
    readonly property int few: 3
    readonly property bool mine: turn.who === "shopper"
    readonly property bool trouble: turn.who === "trouble"
    readonly property string words: {
        switch (turn.who) {
        case "trouble":
            return Format.trouble(turn.text);
        case "unsure":
            return Format.didYouSay(turn.choices);
        default:
            return turn.growing ? qsTr("%1 …").arg(turn.text) : turn.text;
        }
    }
    readonly property bool mapped: turn.cards.length > 0 && turn.show === "map" && turn.cards[0].aisle !== ""
    readonly property bool compared: turn.show === "compare" && turn.cards.length > 1

    // Where the facts of the answer come from, and from when they are.
    function source(sources: var): string {
        const kinds = [["product", qsTr("the shelf label")], ["offer", qsTr("the current offers")], ["hours", qsTr("the store’s opening hours")], ["policy", qsTr("the store’s own rules")], ["department", qsTr("the store plan")], ["fixture", qsTr("the store plan")], ["store", qsTr("the store’s own information")]];
        const from = kinds.filter(kind => sources.some(one => one.table === kind[0])).map(kind => kind[1]).filter((name, at, all) => all.indexOf(name) === at);
        if (from.length === 0)
            return "";
        const oldest = sources.map(one => one.synced_at).filter(Boolean).sort()[0] ?? "";
        const names = from.slice(0, 2).join(qsTr(" and "));
        return oldest ? Format.fill(qsTr("From %1, %2"), names, age(oldest)) : qsTr("From %1").arg(names);
    }

    function age(iso: string): string {
        const minutes = Math.floor((Store.now() - new Date(iso).getTime()) / 60000);
        if (isNaN(minutes) || minutes < 0 || minutes >= 24 * 60)
            return Format.moment(iso);
        if (minutes < 1)
            return qsTr("just now");
        if (minutes < 60)
            return qsTr("%n minute(s) ago", "", minutes);
        return qsTr("%n hour(s) ago", "", Math.floor(minutes / 60));
    }

    // The shopper would rather type.
    signal typing

    spacing: 16

    Item {
        width: parent.width
        height: bubble.height + (whole.mine ? 0 : speaker.height + 12)
        Row {
            id: speaker
            anchors.left: parent.left
            visible: !whole.mine
            spacing: 10
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: "spark"
                ink: Theme.primary
                size: 30
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Automated assistant")
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
                font.weight: Font.Medium
            }
        }
        Rectangle {
            id: bubble
            anchors.right: whole.mine ? parent.right : undefined
            anchors.left: whole.mine ? undefined : parent.left
            anchors.bottom: parent.bottom
            width: label.width + 64
            height: label.implicitHeight + 44
            radius: Theme.radiusLarge
            color: whole.mine ? Theme.primary : whole.trouble ? Theme.warnTint : Theme.surface
            border.width: whole.mine || whole.trouble ? 0 : 1
            border.color: Theme.line
            Words {
                id: label
                x: 32
                y: 22
                most: whole.width * 0.86 - 64
                text: whole.words
                elide: Text.ElideNone
                color: whole.mine ? Theme.inverse : whole.trouble ? Theme.warn : Theme.ink
                font.pixelSize: Theme.body
                font.weight: whole.mine ? Font.Medium : Font.Normal
                lineHeight: 1.12
                lines: 40
            }
        }
    }

    Txt {
        width: parent.width
        visible: text !== ""
        text: whole.turn.growing ? "" : whole.source(whole.turn.sources)
        color: Theme.inkSoft
        font.pixelSize: Theme.tiny
    }

    Loader {
        active: whole.turn.who === "unsure" && whole.turn.open
        visible: active
        width: parent.width
        sourceComponent: TalkChoices {
            choices: whole.turn.choices
            onTyping: whole.typing()
        }
    }

    Repeater {
        model: whole.compared ? [] : whole.turn.cards.slice(0, whole.unfolded ? 12 : whole.few)
        ProductRow {
            required property var modelData
            width: whole.width
            card: modelData
            onChosen: sku => Nav.product(sku)
        }
    }

    PushButton {
        anchors.left: parent.left
        visible: !whole.compared && !whole.unfolded && whole.turn.cards.length > whole.few
        kind: "quiet"
        ink: Theme.primary
        glyph: "plus"
        text: qsTr("Show %1 more").arg(Math.min(12, whole.turn.cards.length) - whole.few)
        onClicked: whole.unfolded = true
    }

    Row {
        id: comparison
        readonly property int places: Math.min(3, whole.turn.cards.length)
        visible: whole.compared
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: whole.compared ? whole.turn.cards.slice(0, 3) : []
            ProductTile {
                required property var modelData
                width: (whole.width - (comparison.places - 1) * Theme.gap) / comparison.places
                card: modelData
                onChosen: sku => Nav.product(sku)
            }
        }
    }

    PushButton {
        anchors.left: parent.left
        visible: whole.compared
        glyph: "compare"
        text: qsTr("Compare side by side")
        onClicked: {
            Comparison.take(whole.turn.cards.map(card => card.sku));
            Nav.compare();
        }
    }

    Sheet {
        width: parent.width
        visible: whole.mapped
        Loader {
            active: whole.mapped
            width: parent.width
            sourceComponent: FloorPlan {
                width: parent ? parent.width : 0
                height: Math.min(implicitHeight, Theme.wide ? 460 : 900)
                aisle: whole.turn.cards[0].aisle
                bay: whole.turn.cards[0].bay
            }
        }
    }

    PushButton {
        anchors.left: parent.left
        visible: whole.mapped
        glyph: "map"
        text: qsTr("Show me the way")
        onClicked: Nav.map(`${whole.turn.cards[0].aisle}/${whole.turn.cards[0].bay}`)
    }

    PushButton {
        anchors.left: parent.left
        visible: whole.turn.show === "list" && ShoppingList.pieces > 0
        glyph: "list"
        text: qsTr("Open my list")
        onClicked: Nav.list()
    }

    PushButton {
        anchors.left: parent.left
        visible: whole.last && (whole.turn.offer_staff || whole.trouble) && !Calls.isOpen
        kind: "primary"
        glyph: "bell"
        text: qsTr("Call a member of staff")
        onClicked: {
            Nav.staff();
            Calls.call("help", false, whole.turn.cards.length > 0 ? whole.turn.cards[0].sku : "");
        }
    }

    Flow {
        width: parent.width
        visible: whole.last && whole.turn.suggestions.length > 0
        spacing: 12
        Repeater {
            model: whole.last ? whole.turn.suggestions.slice(0, 6) : []
            Chip {
                required property string modelData
                text: modelData
                onClicked: Talk.ask(modelData, "tapped")
            }
        }
    }

    Flow {
        width: parent.width
        visible: whole.last && whole.turn.turn !== "" && Store.speech === "working"
        spacing: 12
        PushButton {
            kind: "plain"
            corner: height / 2
            glyph: "sound"
            text: qsTr("Say it again")
            onClicked: Talk.sayAgain()
        }
        GlyphButton {
            glyph: "sound-down"
            text: qsTr("Quieter")
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: Talk.ask(Format.asked("Quieter", text), "tapped")
        }
        GlyphButton {
            glyph: "sound-up"
            text: qsTr("Louder")
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: Talk.ask(Format.asked("Louder", text), "tapped")
        }
    }

    TalkFeedback {
        width: parent.width
        visible: whole.last && whole.turn.turn !== ""
        turn: whole.turn
    }
}
