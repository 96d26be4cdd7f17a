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
    // It ended, and the shopper may want to call once more.
    readonly property bool unhelped: !Calls.isOpen && (Calls.state !== "resolved" || Calls.outcome === "nobody_there")
    readonly property bool missing: Calls.outcome === "no_such_thing"

    padding: Theme.low ? 28 : 40
    border.color: Calls.urgent ? Theme.danger : Theme.line

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
                    glyph: CallWords.glyph
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
                    text: CallWords.headline
                    font.pixelSize: Math.round(Theme.heading * 1.1)
                    font.weight: Font.Bold
                    maximumLineCount: 3
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: !Calls.isOpen ? Format.reason(Calls.reason) : Format.fill(qsTr("%1, %2"), Format.reason(Calls.reason), CallWords.minutes < 1 ? qsTr("called just now") : qsTr("called %n minute(s) ago", "", CallWords.minutes))
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

        StaffMessage {
            width: parent.width
            visible: CallWords.message !== "" && Calls.state !== "cancelled"
        }

        Told {
            text: CallWords.returned
        }
        Told {
            text: CallWords.trouble
            color: Theme.warn
        }
        Told {
            text: Calls.isOpen ? CallWords.opens : ""
        }
        Told {
            text: CallWords.usual
        }
        Told {
            text: CallWords.joined
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: CallWords.advice
        }

        Flow {
            width: parent.width
            spacing: Theme.gap
            PushButton {
                width: Math.min(implicitWidth, parent.width)
                visible: card.unhelped || Calls.mayRing
                kind: "primary"
                glyph: "bell"
                text: qsTr("Call again")
                enabled: !Calls.busy
                onClicked: Calls.again()
            }
            PushButton {
                width: Math.min(implicitWidth, parent.width)
                visible: Calls.isOpen
                kind: "plain"
                glyph: "close"
                text: qsTr("I don’t need help any more")
                onClicked: Calls.cancel()
            }
            PushButton {
                width: Math.min(implicitWidth, parent.width)
                visible: card.missing
                kind: "primary"
                glyph: "search"
                text: qsTr("Show me something like it")
                onClicked: {
                    const sku = Calls.sku;
                    Calls.dismiss();
                    if (sku)
                        Nav.product(sku);
                    else
                        Nav.search();
                }
            }
            PushButton {
                visible: !Calls.isOpen
                kind: card.missing || card.unhelped ? "plain" : "primary"
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
