pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The products of a comparison, side by side: picture and name, to be opened, and a button that takes each out.
Grid {
    id: heads

    required property var pages
    readonly property real cell: (width - (columns - 1) * spacing) / columns

    // Beside each other as long as a word of a name fits.
    columns: Theme.huge ? Math.min(2, Math.max(1, pages.length)) : Math.max(2, pages.length)
    spacing: 12

    Repeater {
        model: heads.pages
        Item {
            id: head
            required property var modelData
            readonly property var card: modelData.card
            width: heads.cell
            height: open.height
            Press {
                id: open
                width: parent.width
                padding: 12
                fill: Theme.surface
                fillPressed: Theme.primaryTint
                edge: Theme.line
                text: Format.product(head.card)
                onClicked: Nav.product(head.card.sku)
                contentItem: Column {
                    spacing: 6
                    ProductPicture {
                        width: parent.width
                        height: Math.min(width, Theme.low ? 96 : Theme.reach ? 150 : Theme.wide ? 200 : 260)
                        card: head.card
                    }
                    Txt {
                        width: parent.width
                        height: Theme.small * (Theme.reach ? 2.6 : 4.2)
                        text: head.card.name
                        font.pixelSize: heads.pages.length > 3 ? Theme.tiny : Theme.small
                        font.weight: Font.DemiBold
                        // Smaller rather than broken inside a word.
                        fontSizeMode: Text.Fit
                        minimumPixelSize: 20
                        wrapMode: Text.WordWrap
                        elide: Text.ElideNone
                    }
                    Txt {
                        width: parent.width
                        text: [head.card.brand, head.card.size].filter(Boolean).join(" · ")
                        color: Theme.inkSoft
                        font.pixelSize: Theme.tiny
                        maximumLineCount: 2
                    }
                }
            }
            GlyphButton {
                anchors.right: parent.right
                anchors.top: parent.top
                glyph: "close"
                iconSize: 36
                text: Format.fill(qsTr("Take %1 out of the comparison"), head.card.name)
                fill: Theme.surface
                fillPressed: Theme.sunken
                edge: Theme.line
                onClicked: Comparison.toggle(head.card.sku)
            }
        }
    }
}
