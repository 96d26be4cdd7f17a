import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../theme"

// A key of the on-screen keyboard that types.
KeyPanel {
    id: key

    property real gap: 6
    property string words: control ? control.displayText : ""

    Rectangle {
        anchors.fill: parent
        anchors.margins: key.gap
        radius: Theme.radiusSmall
        color: key.control && key.control.pressed ? Theme.primaryTint : Theme.surface
        opacity: key.control && key.control.enabled ? 1 : 0.5

        Txt {
            anchors.centerIn: parent
            text: key.words
            font.pixelSize: 40
            font.weight: Font.Medium
            font.capitalization: key.control && key.control.uppercased ? Font.AllUppercase : Font.MixedCase
        }
        Txt {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 8
            visible: key.control !== null && key.control.smallTextVisible
            text: key.control ? key.control.smallText : ""
            color: Theme.inkSoft
            font.pixelSize: 22
        }
    }
}
