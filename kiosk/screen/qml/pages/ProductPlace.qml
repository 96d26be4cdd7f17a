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
        Item {
            width: parent.width
            height: Math.max(words.height, Theme.touch)
            Icon {
                id: pin
                anchors.verticalCenter: parent.verticalCenter
                glyph: "pin"
                ink: Theme.offer
                size: 56
            }
            Column {
                id: words
                anchors.left: pin.right
                anchors.leftMargin: 16
                anchors.right: larger.left
                anchors.rightMargin: 16
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                Txt {
                    width: parent.width
                    text: Format.place(place.card)
                    font.pixelSize: Theme.heading
                    font.weight: Font.Bold
                    maximumLineCount: 1
                }
                Txt {
                    width: parent.width
                    visible: place.card.shelf !== ""
                    text: qsTr("Shelf %1, counted from the floor").arg(place.card.shelf)
                    color: Theme.inkSoft
                    font.pixelSize: Theme.small
                    maximumLineCount: 1
                }
            }
            PushButton {
                id: larger
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
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
