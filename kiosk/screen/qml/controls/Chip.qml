import QtQuick
import "../theme"

// A short text to tap. Its touch area is taller than its pill.
Press {
    id: chip

    property string glyph: ""
    property bool chosen: false

    topInset: 6
    bottomInset: 6
    horizontalPadding: glyph ? 26 : 30
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + 36)
    // Lines of words keep clear of the round ends.
    corner: Math.min(height / 2, 56)
    fill: chosen ? Theme.primary : Theme.surface
    fillPressed: chosen ? Theme.primaryDeep : Theme.primaryTint
    edge: chosen ? Theme.primary : Theme.line

    contentItem: Row {
        spacing: 12
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: chip.glyph !== ""
            glyph: chip.glyph
            ink: chip.chosen ? Theme.inverse : Theme.primary
            size: 34
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            most: 760
            lines: 3
            text: chip.text
            color: chip.chosen ? Theme.inverse : Theme.ink
            font.weight: Font.Medium
            font.pixelSize: Theme.small
        }
    }
}
