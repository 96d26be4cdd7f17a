pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// What stands for a product's photograph: the drawing of its kind on the tint of its department.
Rectangle {
    id: picture

    required property var card
    readonly property color ink: Looks.ink(card.department)

    radius: Theme.radiusSmall
    color: Looks.tint(card.department)
    clip: true
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width, parent.height) * 0.78
        height: width
        radius: width / 2
        color: Qt.alpha(picture.ink, 0.07)
    }
    Icon {
        anchors.centerIn: parent
        glyph: Looks.glyph(picture.card)
        ink: picture.ink
        size: Math.round(Math.min(picture.width, picture.height) * 0.46)
    }
}
