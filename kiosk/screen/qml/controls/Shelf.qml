pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Products side by side, to be swept through.
ListView {
    id: shelf

    property var cards: []
    property int tileWidth: Math.round(300 * (1 + (Theme.textScale - 1) * 0.75))
    property int inset: 0

    signal chosen(sku: string)

    model: cards
    orientation: ListView.Horizontal
    spacing: 20
    leftMargin: inset
    rightMargin: inset
    clip: true
    boundsBehavior: Flickable.DragOverBounds
    implicitHeight: Theme.tileHeight(170)

    delegate: ProductTile {
        required property var modelData
        width: shelf.tileWidth
        height: shelf.implicitHeight
        pictureHeight: 170
        card: modelData
        onChosen: sku => shelf.chosen(sku)
    }
}
