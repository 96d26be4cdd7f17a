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
    implicitHeight: Math.max(152, texts.implicitHeight + 2 * padding, prices.implicitHeight + 2 * padding)
    onClicked: chosen(card.sku)

    contentItem: Item {
        ProductPicture {
            id: picture
            anchors.left: parent.left
            width: 124
            height: 124
            anchors.verticalCenter: parent.verticalCenter
            card: row.card
        }
        Column {
            id: texts
            anchors.left: picture.right
            anchors.leftMargin: 20
            anchors.right: prices.left
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
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
            Row {
                anchors.left: parent.left
                spacing: 22
                StockLine {
                    count: row.card.stock
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
            anchors.verticalCenter: parent.verticalCenter
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
