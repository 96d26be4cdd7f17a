import QtQuick
import "../theme"

// How many are there, with a dot in the colour of the news; nothing where it is not known.
Row {
    id: stock

    required property var count
    property int size: Theme.tiny
    readonly property color ink: count <= 0 ? Theme.danger : count <= 3 ? Theme.warn : Theme.good

    visible: count !== null
    spacing: 10

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 14
        height: 14
        radius: 7
        color: stock.ink
    }
    Txt {
        text: Format.stock(stock.count)
        color: stock.ink
        font.pixelSize: stock.size
        font.weight: Font.Medium
        wrapMode: Text.NoWrap
    }
}
