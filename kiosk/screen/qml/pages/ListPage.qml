pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The shopping list: in the order of the walk, with its total, and to be taken along.
BasePage {
    id: page

    readonly property bool empty: ShoppingList.lines.count === 0
    property bool taking: false
    // Sums and buttons stand side by side.
    readonly property bool flat: Theme.wide && !Theme.large || Theme.low && !Theme.huge

    name: "list"
    onCurrentChanged: if (!current)
        taking = false
    onEmptyChanged: if (empty)
        taking = false

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
            onVisibleChanged: confirming = false
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
        width: Math.min(parent.width - 2 * Theme.margin, Theme.low ? 1640 : 1300)
        spacing: 16
        bottomMargin: 20
        clip: true
        boundsBehavior: Flickable.DragOverBounds
        model: ShoppingList.lines
        Timer {
            id: toTop
            interval: 0
            onTriggered: lines.positionViewAtBeginning()
        }
        header: Column {
            width: lines.width
            visible: !page.empty
            height: visible ? implicitHeight + Theme.gap : 0
            spacing: Theme.gap
            // It comes after the lines, and stands above them.
            onHeightChanged: toTop.restart()
            Txt {
                width: parent.width
                visible: ShoppingList.failed !== ""
                text: qsTr("That could not be changed just now. Your list is as you see it here.")
                color: Theme.warn
                font.weight: Font.DemiBold
            }
            Flow {
                width: parent.width
                spacing: Theme.gapSmall
                Chip {
                    glyph: "map"
                    text: qsTr("In the order of the walk")
                    chosen: ShoppingList.walked
                    onClicked: ShoppingList.walk(true)
                }
                Chip {
                    glyph: "list"
                    text: qsTr("As I added it")
                    chosen: !ShoppingList.walked
                    onClicked: ShoppingList.walk(false)
                }
            }
        }
        delegate: ListLine {
            width: lines.width
        }
        move: Transition {
            NumberAnimation {
                property: "y"
                duration: Theme.calm
            }
        }
        displaced: Transition {
            NumberAnimation {
                property: "y"
                duration: Theme.calm
            }
        }
    }

    Flickable {
        anchors.fill: lines
        contentHeight: hint.height
        clip: true
        visible: page.empty
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: hint
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(0, (lines.height - height) / 2)
            width: Math.min(parent.width, 760)
            spacing: Theme.gapLarge
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
    }

    Rectangle {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: page.empty ? 0 : sums.height + 2 * Theme.gap
        visible: !page.empty
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Flow {
            id: sums
            anchors.centerIn: parent
            width: lines.width
            spacing: Theme.gap

            Item {
                width: page.flat ? (parent.width - Theme.gap) * 0.45 : parent.width
                height: Math.max(Theme.touch, total.height, facts.height)
                Column {
                    id: facts
                    anchors.left: parent.left
                    anchors.right: total.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    Txt {
                        width: parent.width
                        text: ShoppingList.done > 0 ? Format.fill(qsTr("%1, %2 in the basket"), Format.items(ShoppingList.pieces), String(ShoppingList.done)) : Format.items(ShoppingList.pieces)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                    }
                    Txt {
                        width: parent.width
                        visible: ShoppingList.saved > 0
                        text: qsTr("Offers save you %1").arg(Format.money(ShoppingList.saved, ShoppingList.currency))
                        color: Theme.offer
                        font.pixelSize: Theme.small
                        font.weight: Font.DemiBold
                    }
                    Txt {
                        width: parent.width
                        visible: ShoppingList.several
                        text: qsTr("Offers on several are taken off at the checkout.")
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                    }
                }
                Row {
                    id: total
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 20
                    Txt {
                        anchors.baseline: sum.baseline
                        text: qsTr("Total")
                        font.weight: Font.DemiBold
                    }
                    Txt {
                        id: sum
                        text: Format.money(ShoppingList.total, ShoppingList.currency)
                        font.pixelSize: Theme.title
                        font.weight: Font.Bold
                    }
                }
            }
            Row {
                id: doing
                readonly property int places: way.visible ? 2 : 1
                width: page.flat ? (parent.width - Theme.gap) * 0.55 : parent.width
                spacing: Theme.gap
                PushButton {
                    id: way
                    width: (doing.width - Theme.gap) / 2
                    height: Math.max(112, implicitHeight)
                    visible: ShoppingList.stops.length > 0
                    glyph: "map"
                    text: qsTr("Show me the way")
                    onClicked: Nav.map("")
                }
                PushButton {
                    width: (doing.width - (doing.places - 1) * Theme.gap) / doing.places
                    height: Math.max(112, implicitHeight)
                    kind: "primary"
                    glyph: "phone"
                    text: qsTr("Take it along")
                    onClicked: page.taking = true
                }
            }
        }
    }

    ListTake {
        id: take
        anchors.fill: parent
        visible: page.taking
        onVisibleChanged: if (visible)
            begin(true)
        onClosed: page.taking = false
    }
}
