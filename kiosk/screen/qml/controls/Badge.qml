import QtQuick
import "../theme"

// A small label that stands out.
Rectangle {
    id: badge

    property alias text: label.text
    property color ink: Theme.inverse
    property int longest: 320
    property alias lines: label.lines

    visible: text !== ""
    color: Theme.offer
    radius: 10
    implicitWidth: label.width + 28
    implicitHeight: label.implicitHeight + 14

    Words {
        id: label
        anchors.centerIn: parent
        most: badge.longest - 28
        color: badge.ink
        font.pixelSize: Theme.tiny
        font.weight: Font.DemiBold
    }
}
