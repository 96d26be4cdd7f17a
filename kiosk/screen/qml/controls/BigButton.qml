import QtQuick
import "../theme"

// A large tile to be hit in a hurry: a reason to call staff, or something to do meanwhile.
Press {
    id: button

    required property string glyph
    property bool urgent: false

    padding: 28
    implicitHeight: 2 * padding + 60 + 12 + Math.round(2.6 * Theme.body)
    fill: urgent ? Theme.danger : Theme.surface
    fillPressed: urgent ? Theme.dangerDeep : Theme.primaryTint
    edge: urgent ? Theme.danger : Theme.line

    contentItem: Item {
        Icon {
            anchors.left: parent.left
            glyph: button.glyph
            ink: button.urgent ? Theme.inverse : Theme.primary
            size: 60
        }
        Txt {
            anchors.bottom: parent.bottom
            width: parent.width
            text: button.text
            color: button.urgent ? Theme.inverse : Theme.ink
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
            maximumLineCount: 2
        }
    }
}
