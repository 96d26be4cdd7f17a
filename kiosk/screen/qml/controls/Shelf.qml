pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Products side by side, to be swept through.
ListView {
    id: shelf

    property var cards: []
    property int tileWidth: 300
    property int inset: 0

    signal chosen(sku: string)

    model: cards
    orientation: ListView.Horizontal
    spacing: 20
    leftMargin: inset
    rightMargin: inset
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    implicitHeight: Math.round(170 + 28 + 12 + Theme.small * 2.5 + Theme.tiny * 4.4 + Theme.heading * 1.3 + 24)

    delegate: ProductTile {
        required property var modelData
        width: shelf.tileWidth
        height: shelf.implicitHeight
        pictureHeight: 170
        card: modelData
        onChosen: sku => shelf.chosen(sku)
    }
}
