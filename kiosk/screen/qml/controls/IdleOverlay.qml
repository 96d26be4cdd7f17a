import QtQuick
import Aislewise
import "../theme"

// Asks whether the shopper is still there, on the screen and aloud, and counts.
Rectangle {
    id: overlay

    readonly property bool shownNow: Shopper.awake && Idle.remaining > 0
    readonly property bool modal: shownNow
    readonly property string question: qsTr("Are you still there?")

    function close() {
        Idle.stay();
    }

    visible: opacity > 0
    opacity: shownNow ? 1 : 0
    color: Theme.scrim
    onShownNowChanged: {
        if (shownNow) {
            overlay.Accessible.announce(question, Accessible.Assertive);
            Aloud.notice(question);
        }
    }
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.calm
        }
    }

    MouseArea {
        anchors.fill: parent
        onClicked: Idle.stay()
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.low ? 1640 : Theme.wide || Theme.reach ? 1240 : 900)
        height: grid.height + 2 * pad
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: 2
        border.color: Theme.line

        readonly property int pad: Theme.reach ? 32 : 56

        Grid {
            id: grid
            readonly property bool beside: Theme.low || (Theme.wide || Theme.reach) && !Theme.huge
            readonly property real cell: beside ? (width - columnSpacing) / 2 : width
            anchors.centerIn: parent
            width: parent.width - 112
            columns: beside ? 2 : 1
            columnSpacing: 56
            rowSpacing: 28
            verticalItemAlignment: Grid.AlignVCenter

            Column {
                width: grid.cell
                spacing: 20
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Theme.low ? 116 : Theme.reach ? 140 : 180
                    height: width
                    radius: width / 2
                    color: Theme.primaryTint
                    border.width: 8
                    border.color: Theme.primary
                    Txt {
                        anchors.centerIn: parent
                        text: Idle.remaining
                        color: Theme.primary
                        font.pixelSize: parent.width * 0.46
                        font.weight: Font.Bold
                    }
                }
                Txt {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: overlay.question
                    font.pixelSize: Math.min(Theme.title, 84)
                    font.weight: Font.Bold
                }
                Txt {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    visible: !(Theme.reach && Theme.huge)
                    text: qsTr("To keep your visit private, I forget everything when the time is up.")
                    color: Theme.inkSoft
                    font.pixelSize: Math.min(Theme.body, 44)
                }
            }
            Column {
                width: grid.cell
                spacing: 16
                PushButton {
                    width: parent.width
                    height: Math.max(implicitHeight, 116)
                    kind: "primary"
                    text: qsTr("Yes, I’m here")
                    onClicked: Idle.stay()
                }
                PushButton {
                    width: parent.width
                    glyph: "clock"
                    text: qsTr("Give me more time")
                    onClicked: Idle.extend()
                }
                PushButton {
                    width: parent.width
                    kind: "plain"
                    text: qsTr("I’m finished")
                    onClicked: Shopper.leave()
                }
            }
        }
    }
}
