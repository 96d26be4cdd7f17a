pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// The upper part of a product's page: picture, price, stock and what to do with it.
Sheet {
    id: hero

    required property var product
    readonly property var card: product.card

    padding: Theme.low ? 20 : 32

    Item {
        width: parent.width
        height: Math.max(picture.height, facts.height)
        ProductPicture {
            id: picture
            anchors.left: parent.left
            width: Math.min(Theme.low ? 240 : 380, parent.width * 0.4)
            height: Math.max(width, facts.height)
            radius: Theme.radius
            card: hero.card
        }
        Column {
            id: facts
            anchors.left: picture.right
            anchors.leftMargin: 36
            anchors.right: parent.right
            spacing: 12

            Badge {
                anchors.left: parent.left
                text: hero.card.offer ?? ""
                longest: parent.width
            }
            Txt {
                width: parent.width
                text: hero.card.name
                font.pixelSize: Math.round(Theme.heading * 1.12)
                font.weight: Font.Bold
                lineHeight: 1.05
                maximumLineCount: 4
                Accessible.role: Accessible.Heading
            }
            Txt {
                width: parent.width
                text: [hero.card.brand, hero.card.size].filter(Boolean).join(" · ")
                color: Theme.inkSoft
                maximumLineCount: 2
            }
            Item {
                width: 1
                height: 4
            }
            Price {
                anchors.left: parent.left
                most: parent.width
                card: hero.card
                size: Theme.title + 8
            }
            Txt {
                width: parent.width
                text: Format.unitPrice(hero.card)
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: hero.card.offer_ends ? qsTr("Offer ends %1").arg(Format.day(hero.card.offer_ends)) : ""
                color: Theme.offer
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
            Item {
                width: 1
                height: 4
            }
            StockLine {
                width: parent.width
                count: hero.card.stock
                size: Theme.body
            }
            Txt {
                width: parent.width
                text: qsTr("As of %1").arg(Format.moment(hero.product.synced_at))
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
            }
            Row {
                width: parent.width
                visible: hero.card.min_age > 0
                spacing: 10
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: "shield"
                    ink: Theme.warn
                    size: 34
                }
                Words {
                    text: qsTr("For ages %1 and up. We check ID at checkout.").arg(hero.card.min_age ?? 0)
                    most: facts.width - 44
                    lines: 3
                    color: Theme.warn
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                }
            }
        }
    }
}
