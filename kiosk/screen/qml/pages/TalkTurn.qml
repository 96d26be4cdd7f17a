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
    property bool asking: false
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

    // The shopper would rather type.
    signal typing

    spacing: 16

    Item {
        width: parent.width
        height: bubble.height + (whole.mine ? 0 : 44)
        Row {
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
        visible: whole.turn.show === "list" && ShoppingList.pieces > 0
        glyph: "list"
        text: qsTr("Open my list")
        onClicked: Nav.list()
    }

    PushButton {
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
        visible: whole.last && whole.turn.turn !== ""
        spacing: 12
        PushButton {
            visible: Store.speech === "working"
            kind: "plain"
            corner: height / 2
            glyph: "sound"
            text: qsTr("Say it again")
            onClicked: Talk.sayAgain()
        }
        GlyphButton {
            visible: Store.speech === "working"
            glyph: "sound-down"
            text: qsTr("Quieter")
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: Talk.ask(text, "tapped")
        }
        GlyphButton {
            visible: Store.speech === "working"
            glyph: "sound-up"
            text: qsTr("Louder")
            fill: Theme.surface
            fillPressed: Theme.primaryTint
            edge: Theme.line
            onClicked: Talk.ask(text, "tapped")
        }
        GlyphButton {
            glyph: "thumb-up"
            text: qsTr("Good answer")
            enabled: whole.turn.rated === ""
            fill: whole.turn.rated === "good" ? Theme.goodTint : Theme.surface
            fillPressed: Theme.goodTint
            edge: Theme.line
            onClicked: Talk.rate(whole.turn.turn, true, "")
        }
        GlyphButton {
            glyph: "thumb-down"
            text: qsTr("Bad answer")
            enabled: whole.turn.rated === ""
            fill: whole.turn.rated === "bad" || whole.asking ? Theme.warnTint : Theme.surface
            fillPressed: Theme.warnTint
            edge: Theme.line
            onClicked: whole.asking = !whole.asking
        }
        Txt {
            height: Theme.touch
            verticalAlignment: Text.AlignVCenter
            visible: whole.turn.rated !== ""
            text: qsTr("Thank you.")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
    }

    Flow {
        width: parent.width
        visible: whole.last && whole.asking && whole.turn.rated === ""
        spacing: 12
        Txt {
            width: parent.width
            text: qsTr("What was wrong?")
            font.weight: Font.DemiBold
        }
        Repeater {
            model: [["wrong_product", qsTr("The wrong product")], ["wrong_fact", qsTr("Something is not true")], ["misunderstood", qsTr("You did not understand me")], ["other", qsTr("Something else")]]
            Chip {
                required property var modelData
                text: modelData[1]
                onClicked: Talk.rate(whole.turn.turn, false, modelData[0])
            }
        }
    }
}
