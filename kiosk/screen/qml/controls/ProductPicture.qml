pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// What stands for a product's photograph: the drawing of its pack on the tint of its department.
Rectangle {
    id: picture

    required property var card
    readonly property int side: Math.round(Math.min(width, height) * 0.9)

    radius: Theme.radiusSmall
    color: Looks.tint(card.department)
    Accessible.ignored: true

    Image {
        anchors.centerIn: parent
        width: picture.side
        height: picture.side
        // As sharp as the screen is, whatever the stage is scaled to.
        sourceSize: Qt.size(Math.round(picture.side * Theme.stageScale), Math.round(picture.side * Theme.stageScale))
        source: picture.side > 0 ? Looks.pack(picture.card) : ""
        Accessible.ignored: true
    }
}
