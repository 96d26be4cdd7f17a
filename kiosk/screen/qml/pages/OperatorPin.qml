pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Asks for the operator's PIN, on keys of its own.
FocusScope {
    id: pad

    readonly property int most: 12
    readonly property bool waits: Operator.wait > 0
    property string pin: ""
    readonly property string words: {
        switch (Operator.why) {
        case "unset":
            return qsTr("No PIN has been set. On this machine’s console, run: aislewise operator pin");
        case "damaged":
            return qsTr("The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin");
        case "unavailable":
            return qsTr("The PIN cannot be checked at the moment. Is the disk full?");
        case "wrong":
            return waits ? qsTr("That is not the PIN. Try again in %1 s.").arg(Operator.wait) : qsTr("That is not the PIN.");
        case "wait":
            return qsTr("Too many wrong PINs. Try again in %1 s.").arg(Operator.wait);
        }
        return "";
    }

    function add(digit: string) {
        if (pin.length < most)
            pin += digit;
    }

    function enter() {
        if (pin === "" || waits)
            return;
        Operator.enter(pin);
        pin = "";
    }

    focus: true
    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            add(event.text);
        else if (event.key === Qt.Key_Backspace)
            pin = pin.slice(0, -1);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            enter();
        else if (event.key === Qt.Key_Escape)
            Operator.close();
        else
            return;
        event.accepted = true;
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 620)
        spacing: Theme.wide ? Theme.gap : Theme.gapLarge

        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("For the operator of this kiosk")
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Rectangle {
            width: parent.width
            height: 112
            radius: Theme.radius
            color: Theme.sunken
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digit(s) given", "", pad.pin.length)
            Row {
                anchors.centerIn: parent
                spacing: 16
                visible: pad.pin !== ""
                Repeater {
                    model: pad.pin.length
                    Rectangle {
                        width: 26
                        height: 26
                        radius: 13
                        color: Theme.ink
                    }
                }
            }
            Txt {
                anchors.centerIn: parent
                visible: pad.pin === ""
                text: qsTr("PIN")
                color: Theme.inkSoft
            }
        }
        Txt {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: pad.words
            color: Theme.danger
            font.weight: Font.Medium
        }
        Grid {
            id: keys
            readonly property real side: (width - 2 * spacing) / 3
            width: parent.width
            columns: 3
            spacing: Theme.gap
            // Digits stand where a telephone has them in every language.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter"]
                PushButton {
                    required property string modelData
                    width: keys.side
                    height: 112
                    leftPadding: 8
                    rightPadding: 8
                    kind: modelData === "enter" ? "primary" : "plain"
                    text: modelData === "delete" ? qsTr("Delete") : modelData === "enter" ? qsTr("OK") : modelData
                    enabled: modelData !== "enter" || (pad.pin !== "" && !pad.waits && !Operator.busy)
                    onClicked: {
                        if (modelData === "delete")
                            pad.pin = pad.pin.slice(0, -1);
                        else if (modelData === "enter")
                            pad.enter();
                        else
                            pad.add(modelData);
                    }
                }
            }
        }
        PushButton {
            width: parent.width
            kind: "quiet"
            text: qsTr("Back to the shoppers")
            onClicked: Operator.close()
        }
    }
}
