pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// Where a product stands, with the way there.
Sheet {
    id: place

    required property var card

    Column {
        width: parent.width
        spacing: 18
        Grid {
            id: head
            // Beside each other while there is room for both.
            readonly property bool stacked: Theme.large
            width: parent.width
            columns: stacked ? 1 : 2
            spacing: 16
            verticalItemAlignment: Grid.AlignVCenter
            Row {
                id: sign
                width: head.stacked ? head.width : head.width - way.width - head.spacing
                spacing: 16
                Icon {
                    id: pin
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: "pin"
                    ink: Theme.offer
                    size: 56
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: sign.width - pin.width - sign.spacing
                    spacing: 2
                    Txt {
                        width: parent.width
                        text: Format.place(place.card)
                        font.pixelSize: Theme.heading
                        font.weight: Font.Bold
                        maximumLineCount: 2
                    }
                    Txt {
                        width: parent.width
                        visible: place.card.shelf !== ""
                        text: Format.fill(qsTr("Shelf %1, counted from the floor"), place.card.shelf)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                        maximumLineCount: 4
                    }
                }
            }
            PushButton {
                id: way
                width: head.stacked ? head.width : implicitWidth
                visible: place.card.aisle !== ""
                glyph: "map"
                text: qsTr("Show me the way")
                onClicked: Nav.map(place.card.aisle + "/" + place.card.bay)
            }
        }
        FloorPlan {
            width: parent.width
            height: implicitHeight
            aisle: place.card.aisle
            bay: place.card.bay
        }
    }
}
