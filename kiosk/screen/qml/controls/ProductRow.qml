pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A product as one line, for the conversation and for narrow places.
Press {
    id: row

    required property var card

    signal chosen(sku: string)

    text: Format.product(card)
    padding: 14
    horizontalPadding: 18
    fill: Theme.surface
    fillPressed: Theme.primaryTint
    edge: Theme.line
    implicitHeight: 2 * padding + (Theme.huge ? texts.implicitHeight + prices.implicitHeight + 8 : Math.max(124, texts.implicitHeight, prices.implicitHeight))
    onClicked: chosen(card.sku)

    contentItem: Item {
        ProductPicture {
            id: picture
            anchors.left: parent.left
            width: 124
            height: 124
            y: Theme.huge ? 0 : (parent.height - height) / 2
            card: row.card
        }
        Column {
            id: texts
            anchors.left: picture.right
            anchors.leftMargin: 20
            // Prices stand beside, or below where the words are large.
            anchors.right: Theme.huge ? parent.right : prices.left
            anchors.rightMargin: Theme.huge ? 0 : 16
            y: Theme.huge ? 0 : (parent.height - height) / 2
            spacing: 4
            Txt {
                width: parent.width
                text: row.card.name
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                maximumLineCount: 2
            }
            Txt {
                width: parent.width
                text: [row.card.brand, row.card.size].filter(Boolean).join(" · ")
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
                maximumLineCount: 1
            }
            Flow {
                width: parent.width
                spacing: 6
                StockLine {
                    count: row.card.stock
                    leftPadding: row.mirrored ? 14 : 0
                    rightPadding: row.mirrored ? 0 : 14
                }
                Row {
                    spacing: 4
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        glyph: "pin"
                        ink: Theme.inkSoft
                        size: 26
                    }
                    Txt {
                        text: Format.place(row.card)
                        font.pixelSize: Theme.tiny
                        font.weight: Font.Medium
                        maximumLineCount: 1
                    }
                }
            }
        }
        Column {
            id: prices
            anchors.right: parent.right
            y: Theme.huge ? texts.height + 8 : (parent.height - height) / 2
            spacing: 4
            Price {
                anchors.right: parent.right
                card: row.card
                layoutDirection: Qt.RightToLeft
            }
            Txt {
                anchors.right: parent.right
                text: Format.unitPrice(row.card)
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
                wrapMode: Text.NoWrap
            }
            Badge {
                anchors.right: parent.right
                text: row.card.offer ?? ""
                longest: 260
            }
        }
    }
}
