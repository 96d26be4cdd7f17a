import QtQuick
import "../theme"

// The upper half while all controls are in the lower one: whose kiosk it is, and nothing to touch.
Rectangle {
    id: panel

    color: Theme.hero
    clip: true

    Rectangle {
        x: parent.width * 0.5
        y: -height * 0.4
        width: parent.width * 0.8
        height: width
        radius: width / 2
        color: Theme.gloss
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gapLarge
        StoreMark {
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width
            size: Math.min(Theme.display, 120, panel.height * 0.4)
            centred: true
        }
        Txt {
            width: parent.width
            visible: panel.height > 300
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("I am an automated assistant. Everything to touch is below.")
            color: Theme.heroSoft
            font.pixelSize: Math.min(Theme.body, 48)
        }
    }
}
