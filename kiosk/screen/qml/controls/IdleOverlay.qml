import QtQuick
import Aislewise
import "../theme"

// Asks whether the shopper is still there, and counts.
Rectangle {
    id: overlay

    readonly property bool shownNow: Shopper.awake && Idle.remaining > 0

    visible: opacity > 0
    opacity: shownNow ? 1 : 0
    color: Theme.scrim
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
        width: Math.min(parent.width - 2 * Theme.margin, 860)
        height: column.height + 120
        radius: Theme.radiusLarge
        color: Theme.surface
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - 120
            spacing: 32
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 190
                height: 190
                radius: 95
                color: Theme.primaryTint
                border.width: 8
                border.color: Theme.primary
                Txt {
                    anchors.centerIn: parent
                    text: Idle.remaining
                    color: Theme.primary
                    font.pixelSize: 88
                    font.weight: Font.Bold
                }
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Are you still there?")
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("To keep your visit private, I forget everything when the time is up.")
                color: Theme.inkSoft
            }
            PushButton {
                width: parent.width
                height: 120
                kind: "primary"
                text: qsTr("Yes, I’m here")
                onClicked: Idle.stay()
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
