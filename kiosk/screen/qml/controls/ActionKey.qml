import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../theme"

// A key of the on-screen keyboard that does something.
KeyPanel {
    id: key

    property real gap: 6
    property string words: ""
    property bool strong: false
    property bool lit: false

    Rectangle {
        anchors.fill: parent
        anchors.margins: key.gap
        radius: Theme.radiusSmall
        color: {
            const down = key.control && key.control.pressed;
            if (key.strong)
                return down ? Theme.primaryDeep : Theme.primary;
            return down || key.lit ? Theme.primaryTint : Theme.sunken;
        }
        opacity: key.control && key.control.enabled ? 1 : 0.5

        Txt {
            anchors.centerIn: parent
            text: key.words
            color: key.strong ? Theme.inverse : Theme.ink
            font.pixelSize: key.words.length > 1 ? 28 : 40
            font.weight: Font.DemiBold
        }
    }
}
