pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The way to a bay in words, for who would rather read or hear it than follow a map.
Column {
    id: words

    property string aisle: ""
    property string bay: ""
    readonly property var told: Store.floor.fixtures === undefined ? [] : Store.directions(aisle, bay)
    // All of it, to be read aloud.
    readonly property string all: told.map((one, at) => sentence(one, at)).join(" ")

    function far(metres: int): string {
        return Qt.locale().measurementSystem === Locale.MetricSystem ? qsTr("%1 m").arg(metres) : qsTr("%1 ft").arg(Math.max(5, Math.round(metres * 3.28 / 5) * 5));
    }

    function goal(one: var): string {
        return one.aisle ? qsTr("aisle %1").arg(one.aisle) : one.label;
    }

    function sentence(one: var, at: int): string {
        const last = at === told.length - 2;
        const to = last && aisle ? qsTr("aisle %1").arg(aisle) : goal(one);
        const way = far(one.metres);
        switch (one.turn) {
        case "start":
            return to ? Format.fill(qsTr("From this kiosk, walk %1 towards %2."), way, to) : qsTr("From this kiosk, walk %1.").arg(way);
        case "left":
            return to ? Format.fill(qsTr("Turn left and walk %1 to %2."), way, to) : qsTr("Turn left and walk %1.").arg(way);
        case "right":
            return to ? Format.fill(qsTr("Turn right and walk %1 to %2."), way, to) : qsTr("Turn right and walk %1.").arg(way);
        case "back":
            return qsTr("Turn around and walk %1.").arg(way);
        default:
            return arrival(one.side);
        }
    }

    function arrival(side: string): string {
        switch (side) {
        case "left":
            return qsTr("Bay %1 is on your left.").arg(bay);
        case "right":
            return qsTr("Bay %1 is on your right.").arg(bay);
        default:
            return qsTr("Bay %1 is in front of you.").arg(bay);
        }
    }

    spacing: Theme.gap
    visible: told.length > 0

    Repeater {
        model: words.told
        Item {
            id: step
            required property var modelData
            required property int index
            width: words.width
            height: Math.max(56, sentence.implicitHeight)
            Icon {
                id: sign
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                glyph: step.modelData.turn === "there" ? "pin" : "up"
                ink: step.modelData.turn === "there" ? Theme.offer : Theme.primary
                size: 44
                rotation: ({
                        "left": -90,
                        "right": 90,
                        "back": 180
                    })[step.modelData.turn] ?? 0
            }
            Txt {
                id: sentence
                anchors.left: sign.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: words.sentence(step.modelData, step.index)
            }
        }
    }
}
