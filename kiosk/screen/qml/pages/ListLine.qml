import QtQuick
import Aislewise
import "../theme"
import "../controls"

// One line of the shopping list.
Rectangle {
    id: line

    required property var row
    readonly property var card: row.card
    // Large text needs the whole width: what changes the line goes below it.
    readonly property bool stacked: Theme.textScale > 1.3 && !Theme.wide || width < 900

    height: (stacked ? texts.implicitHeight + Theme.touch + Theme.gap : Math.max(124, texts.implicitHeight)) + 32
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line

    GlyphButton {
        id: tick
        anchors.left: parent.left
        anchors.leftMargin: 8
        y: (texts.y + texts.implicitHeight / 2) - height / 2
        glyph: line.row.done ? "check" : ""
        text: line.row.done ? qsTr("%1: not in the basket after all").arg(line.card.name) : qsTr("%1: in the basket").arg(line.card.name)
        ink: Theme.inverse
        iconSize: 32
        Accessible.role: Accessible.CheckBox
        Accessible.checked: line.row.done
        onClicked: ShoppingList.tick(line.row.sku)
        Rectangle {
            anchors.centerIn: parent
            z: -1
            width: 52
            height: 52
            radius: 16
            color: line.row.done ? Theme.primary : tick.down ? Theme.primaryTint : Theme.surface
            border.width: 3
            border.color: Theme.primary
        }
    }
    ProductPicture {
        id: picture
        anchors.left: tick.right
        anchors.leftMargin: 4
        y: (texts.y + texts.implicitHeight / 2) - height / 2
        width: 116
        height: 116
        card: line.card
        opacity: line.row.done ? 0.5 : 1
    }
    Rectangle {
        visible: line.row.stop > 0 && ShoppingList.walked
        anchors.horizontalCenter: picture.left
        anchors.verticalCenter: picture.top
        z: 1
        width: Math.max(height, number.implicitWidth + 16)
        height: number.implicitHeight + 8
        radius: height / 2
        color: Theme.offer
        border.width: 2
        border.color: Theme.surface
        Txt {
            id: number
            anchors.centerIn: parent
            text: line.row.stop
            color: Theme.inverse
            font.pixelSize: Theme.tiny
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
        }
    }
    Press {
        anchors.left: picture.left
        anchors.right: line.stacked ? parent.right : tools.left
        y: 0
        height: line.stacked ? texts.implicitHeight + 32 : parent.height
        padding: 0
        fillPressed: Qt.alpha(Theme.ink, 0.06)
        text: Format.fill(qsTr("%1, %2"), line.card.name, Format.place(line.card))
        onClicked: Nav.product(line.row.sku)
        contentItem: Item {
            Column {
                id: texts
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: parent.left
                anchors.leftMargin: picture.width + 20
                anchors.right: parent.right
                anchors.rightMargin: 12
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
                    text: Format.beside([line.card.size, Format.place(line.card)])
                    color: Theme.inkSoft
                    font.pixelSize: Theme.tiny
                    maximumLineCount: 2
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: line.card.offer && !line.card.was ? line.card.offer : ""
                    color: Theme.offer
                    font.pixelSize: Theme.tiny
                    font.weight: Font.DemiBold
                }
                Price {
                    anchors.left: parent.left
                    most: parent.width
                    card: line.card
                    size: Theme.body
                }
            }
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: line.stacked ? parent.height - height - Theme.gapSmall : (parent.height - height) / 2
        Stepper {
            value: line.row.quantity
            what: line.card.name
            onWanted: value => ShoppingList.setQuantity(line.row.sku, value)
        }
        GlyphButton {
            glyph: "trash"
            ink: Theme.inkSoft
            iconSize: 38
            text: qsTr("Remove %1").arg(line.card.name)
            onClicked: ShoppingList.remove(line.row.sku)
        }
    }
}
