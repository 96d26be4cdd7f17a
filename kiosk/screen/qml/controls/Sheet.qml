import QtQuick
import "../theme"

// A white card on the paper.
Rectangle {
    id: sheet

    default property alias content: inner.data
    property int padding: Theme.gapLarge

    color: Theme.surface
    radius: Theme.radius
    border.width: 1
    border.color: Theme.line
    implicitHeight: inner.childrenRect.height + 2 * padding

    Item {
        id: inner
        anchors.fill: parent
        anchors.margins: sheet.padding
    }
}
