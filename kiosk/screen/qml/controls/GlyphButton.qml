import QtQuick
import "../theme"

// A round button with an icon alone; `text` names it.
Press {
    id: button

    required property string glyph
    property color ink: Theme.ink
    property int iconSize: 44

    padding: 0
    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    corner: height / 2

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: button.glyph
            ink: button.ink
            size: button.iconSize
        }
    }
}
