pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// How the call is: called, taken, on the way, done.
Sheet {
    id: card

    readonly property string who: Calls.who || qsTr("A colleague")
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
            return qsTr("%1 has your call").arg(card.who);
        case "coming":
            return qsTr("%1 is on the way").arg(card.who);
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
            return Calls.urgent ? qsTr("Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.") : qsTr("As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.");
        case "claimed":
        case "coming":
            return Calls.who ? qsTr("Please stay near this kiosk, %1 will find you here.").arg(Calls.who) : qsTr("Please stay near this kiosk, we will find you here.");
        case "resolved":
            return qsTr("Is there anything else? Just ask.");
        case "cancelled":
            return qsTr("Nobody will come. You can call again at any time.");
        default:
            return qsTr("We are sorry. Please go to the service desk.");
        }
    }

    // What is truly known of who hears the call.
    readonly property string heard: {
        if (Calls.state !== "called")
            return "";
        if (Store.phones === 0)
            return qsTr("No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.");
        switch (Calls.step) {
        case 0:
            return "";
        case 1:
            return qsTr("I have rung them again.");
        case 2:
            return qsTr("Nobody has answered yet: I have called the shift lead, too.");
        default:
            return Calls.urgent ? qsTr("Everyone in the store is being alerted.") : qsTr("Nobody has answered yet: everyone in the store is being called now.");
        }
    }
    property int minutes: 0

    function count() {
        const since = new Date(Calls.since).getTime();
        minutes = isNaN(since) ? 0 : Math.max(0, Math.floor((Store.now() - since) / 60000));
    }

    padding: Theme.low ? 28 : 40
    border.color: Calls.urgent ? Theme.danger : Theme.line

    Timer {
        running: card.visible && Calls.isOpen
        interval: 5000
        repeat: true
        triggeredOnStart: true
        onTriggered: card.count()
    }
    Column {
        width: parent.width
        spacing: Theme.low ? Theme.gap : Theme.gapLarge

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
                    text: !Calls.isOpen ? Format.reason(Calls.reason) : Format.fill(qsTr("%1, %2"), Format.reason(Calls.reason), card.minutes < 1 ? qsTr("called just now") : qsTr("called %n minute(s) ago", "", card.minutes))
                    color: Theme.inkSoft
                    maximumLineCount: 2
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
                    height: 54 + label.implicitHeight
                    Rectangle {
                        visible: mark.index > 0
                        anchors.horizontalCenter: parent.left
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
                        id: label
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 54
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: mark.modelData
                        color: mark.reached ? Theme.ink : Theme.inkSoft
                        // All of one size, with room for the longest word.
                        font.pixelSize: Math.min(Theme.tiny, Math.round(steps.width / 26))
                        font.weight: mark.reached ? Font.DemiBold : Font.Normal
                        // Smaller rather than broken inside a word.
                        wrapMode: Text.NoWrap
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: 20
                        elide: Text.ElideNone
                    }
                }
            }
        }

        Txt {
            width: parent.width
            visible: text !== ""
            text: card.heard
            color: Theme.warn
            font.weight: Font.DemiBold
        }
        Txt {
            width: parent.width
            text: card.advice
        }

        Flow {
            width: parent.width
            spacing: Theme.gap
            PushButton {
                width: Math.min(implicitWidth, parent.width)
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
