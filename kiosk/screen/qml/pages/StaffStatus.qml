pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// How the call is: called, taken, on the way, done.
Sheet {
    id: card

    readonly property int step: {
        switch (Calls.state) {
        case "claimed":
            return 1;
        case "coming":
            return 2;
        case "resolved":
            return 3;
        default:
            return 0;
        }
    }
    readonly property string headline: {
        switch (Calls.state) {
        case "called":
            return Calls.urgent ? qsTr("Help is being called right now") : qsTr("A member of staff has been called");
        case "claimed":
            return qsTr("%1 has your call").arg(Calls.who);
        case "coming":
            return qsTr("%1 is on the way").arg(Calls.who);
        case "resolved":
            return qsTr("Glad we could help");
        case "cancelled":
            return qsTr("Your call was cancelled");
        default:
            return qsTr("Nobody could come this time");
        }
    }
    readonly property string advice: {
        switch (Calls.state) {
        case "called":
            return qsTr("Please stay near this kiosk. You can go on using it meanwhile.");
        case "claimed":
        case "coming":
            return qsTr("Please stay near this kiosk, %1 will find you here.").arg(Calls.who);
        case "resolved":
            return qsTr("Is there anything else? Just ask.");
        case "cancelled":
            return qsTr("Nobody will come. You can call again at any time.");
        default:
            return qsTr("We are sorry. Please go to the service desk.");
        }
    }

    padding: 40
    border.color: Calls.urgent ? Theme.danger : Theme.line

    Column {
        width: parent.width
        spacing: Theme.gapLarge

        Row {
            width: parent.width
            spacing: 24
            Rectangle {
                id: seal
                width: 104
                height: 104
                radius: 52
                color: Calls.urgent ? Theme.dangerTint : Theme.primaryTint
                Icon {
                    anchors.centerIn: parent
                    glyph: Calls.state === "resolved" ? "check" : card.step > 0 ? "person" : "bell"
                    ink: Calls.urgent ? Theme.danger : Theme.primary
                    size: 56
                }
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - seal.width - parent.spacing
                spacing: 8
                Txt {
                    width: parent.width
                    text: card.headline
                    font.pixelSize: Math.round(Theme.heading * 1.1)
                    font.weight: Font.Bold
                    maximumLineCount: 3
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: Format.reason(Calls.reason)
                    color: Theme.inkSoft
                    maximumLineCount: 1
                }
            }
        }

        Row {
            id: steps
            width: parent.width
            visible: Calls.isOpen || Calls.state === "resolved"
            Repeater {
                model: [qsTr("Called"), qsTr("Taken"), qsTr("On the way"), qsTr("Done")]
                Item {
                    id: mark
                    required property string modelData
                    required property int index
                    readonly property bool reached: index <= card.step
                    width: steps.width / 4
                    height: 96
                    Rectangle {
                        visible: mark.index > 0
                        x: -width / 2
                        y: 20
                        width: parent.width - 46
                        height: 6
                        color: mark.reached ? Theme.primary : Theme.sunken
                    }
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        z: 1
                        width: 46
                        height: 46
                        radius: 23
                        color: mark.reached ? Theme.primary : Theme.surface
                        border.width: 4
                        border.color: mark.reached ? Theme.primary : Theme.line
                        Icon {
                            anchors.centerIn: parent
                            visible: mark.reached
                            glyph: "check"
                            ink: Theme.inverse
                            size: 28
                        }
                    }
                    Txt {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: mark.modelData
                        color: mark.reached ? Theme.ink : Theme.inkSoft
                        font.pixelSize: Theme.tiny
                        font.weight: mark.reached ? Font.DemiBold : Font.Normal
                        maximumLineCount: 1
                    }
                }
            }
        }

        Txt {
            width: parent.width
            text: card.advice
            font.pixelSize: Theme.body
        }

        Flow {
            width: parent.width
            spacing: Theme.gap
            PushButton {
                visible: Calls.isOpen
                kind: "plain"
                glyph: "close"
                text: qsTr("I don’t need help any more")
                onClicked: Calls.cancel()
            }
            PushButton {
                visible: !Calls.isOpen
                kind: "primary"
                glyph: "check"
                text: qsTr("All right")
                onClicked: {
                    Calls.dismiss();
                    Nav.home();
                }
            }
        }
    }
}
