pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A product in a grid or a shelf.
Press {
    id: tile

    required property var card
    property int pictureHeight: 190

    signal chosen(sku: string)

    text: Format.product(card)
    padding: 14
    fill: Theme.surface
    fillPressed: Theme.primaryTint
    edge: Theme.line
    implicitWidth: 320
    implicitHeight: Theme.tileHeight(pictureHeight)
    onClicked: chosen(card.sku)

    contentItem: Item {
        ProductPicture {
            id: picture
            width: parent.width
            height: tile.pictureHeight
            card: tile.card
        }
        Badge {
            anchors.left: picture.left
            anchors.top: picture.top
            anchors.margins: 10
            longest: picture.width - 20
            text: tile.card.offer ?? ""
        }
        Txt {
            id: name
            anchors.top: picture.bottom
            anchors.topMargin: 14
            width: parent.width
            height: Theme.small * 2.5
            text: tile.card.name
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            lineHeight: 1.0
            maximumLineCount: 2
        }
        Txt {
            id: size
            anchors.top: name.bottom
            anchors.topMargin: 2
            width: parent.width
            text: [tile.card.brand, tile.card.size].filter(Boolean).join(" · ")
            color: Theme.inkSoft
            font.pixelSize: Theme.tiny
            maximumLineCount: 1
        }
        Price {
            id: price
            anchors.left: parent.left
            anchors.bottom: unit.top
            anchors.bottomMargin: 2
            card: tile.card
            most: parent.width
        }
        Txt {
            id: unit
            anchors.bottom: foot.top
            anchors.bottomMargin: 8
            width: parent.width
            text: Format.unitPrice(tile.card)
            color: Theme.inkSoft
            font.pixelSize: Theme.tiny
            maximumLineCount: 1
        }
        Flow {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.tileFoot
            spacing: 6
            StockLine {
                id: stock
                count: tile.card.stock
            }
            Txt {
                // Long words for the stock leave it less.
                width: Theme.large || !stock.visible ? foot.width : Math.max(0, foot.width - stock.width - 6)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 16
                text: tile.card.aisle ? qsTr("Aisle %1").arg(tile.card.aisle) : ""
                font.pixelSize: Theme.tiny
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
                horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignRight
            }
        }
    }
}
