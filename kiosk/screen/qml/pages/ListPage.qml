pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The shopping list.
BasePage {
    id: page

    readonly property bool empty: ShoppingList.lines.count === 0

    name: "list"

    TopBar {
        id: head
        width: parent.width
        title: qsTr("My list")
        onBack: Nav.back()
        PushButton {
            visible: !page.empty
            kind: "quiet"
            glyph: "trash"
            text: confirming ? qsTr("Really clear it?") : qsTr("Clear")
            property bool confirming: false
            ink: confirming ? Theme.danger : Theme.ink
            onClicked: {
                if (confirming)
                    ShoppingList.clear();
                confirming = !confirming;
            }
        }
    }

    ListView {
        id: lines
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, 1300)
        spacing: 16
        bottomMargin: 20
        clip: true
        boundsBehavior: Flickable.DragOverBounds
        model: ShoppingList.lines

        delegate: Rectangle {
            id: line
            required property var row
            readonly property var card: row.card
            width: lines.width
            height: Math.max(156, texts.implicitHeight + 32)
            radius: Theme.radius
            color: Theme.surface
            border.width: 1
            border.color: Theme.line

            GlyphButton {
                id: tick
                x: 8
                anchors.verticalCenter: parent.verticalCenter
                glyph: line.row.done ? "check" : ""
                text: line.row.done ? qsTr("%1: not in the basket after all").arg(line.card.name) : qsTr("%1: in the basket").arg(line.card.name)
                ink: Theme.inverse
                iconSize: 32
                onClicked: ShoppingList.tick(line.row.sku)
                background: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        width: 52
                        height: 52
                        radius: 16
                        color: line.row.done ? Theme.primary : tick.down ? Theme.primaryTint : Theme.surface
                        border.width: 3
                        border.color: Theme.primary
                    }
                }
            }
            ProductPicture {
                id: picture
                anchors.left: tick.right
                anchors.leftMargin: 4
                anchors.verticalCenter: parent.verticalCenter
                width: 116
                height: 116
                card: line.card
                opacity: line.row.done ? 0.5 : 1
            }
            Press {
                anchors.left: picture.left
                anchors.right: stepper.left
                height: parent.height
                padding: 0
                leftPadding: picture.width + 20
                rightPadding: 12
                fillPressed: "#10000000"
                text: Format.fill(qsTr("%1, %2"), line.card.name, Format.place(line.card))
                onClicked: Nav.product(line.row.sku)
                contentItem: Item {
                    Column {
                        id: texts
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        spacing: 4
                        Txt {
                            width: parent.width
                            text: line.card.name
                            color: line.row.done ? Theme.inkSoft : Theme.ink
                            font.pixelSize: Theme.small
                            font.weight: Font.DemiBold
                            font.strikeout: line.row.done
                            maximumLineCount: 2
                        }
                        Txt {
                            width: parent.width
                            text: [line.card.size, Format.place(line.card)].filter(Boolean).join(" · ")
                            color: Theme.inkSoft
                            font.pixelSize: Theme.tiny
                            maximumLineCount: 1
                        }
                        Price {
                            card: line.card
                            size: Theme.body
                        }
                    }
                }
            }
            Stepper {
                id: stepper
                anchors.right: bin.left
                anchors.verticalCenter: parent.verticalCenter
                value: line.row.quantity
                what: line.card.name
                onWanted: value => ShoppingList.setQuantity(line.row.sku, value)
            }
            GlyphButton {
                id: bin
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                glyph: "trash"
                ink: Theme.inkSoft
                iconSize: 38
                text: qsTr("Remove %1").arg(line.card.name)
                onClicked: ShoppingList.remove(line.row.sku)
            }
        }
    }

    Column {
        anchors.centerIn: lines
        width: Math.min(parent.width - 2 * Theme.margin, 760)
        spacing: Theme.gapLarge
        visible: page.empty
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            glyph: "list"
            ink: Theme.primary
            size: 96
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Your list is empty")
            font.pixelSize: Theme.heading
            font.weight: Font.Bold
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Find a product and tap “Add to my list”. I keep the list until you leave.")
            color: Theme.inkSoft
        }
        PushButton {
            anchors.horizontalCenter: parent.horizontalCenter
            kind: "primary"
            glyph: "search"
            text: qsTr("Search the store")
            onClicked: Nav.search()
        }
    }

    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: page.empty ? 0 : 128
        visible: !page.empty
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Txt {
            anchors.left: parent.left
            anchors.leftMargin: lines.x
            anchors.verticalCenter: parent.verticalCenter
            text: Format.articles(ShoppingList.pieces)
            color: Theme.inkSoft
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: lines.x
            anchors.verticalCenter: parent.verticalCenter
            spacing: 20
            Txt {
                anchors.baseline: total.baseline
                text: qsTr("Total")
                font.weight: Font.DemiBold
            }
            Txt {
                id: total
                text: Format.money(ShoppingList.total, ShoppingList.currency)
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
        }
    }
}
