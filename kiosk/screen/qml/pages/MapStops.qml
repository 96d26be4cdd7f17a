pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The shopper's whole list as the bays to go to, in the order of the walk.
Column {
    id: stops

    signal chosen(aisle: string, bay: string)

    spacing: Theme.gapSmall

    Repeater {
        model: ShoppingList.stops
        Press {
            id: stop
            required property var modelData
            readonly property string place: Format.place(modelData)
            width: stops.width
            fillPressed: Theme.primaryTint
            text: Format.fill(qsTr("%1, %2"), place, modelData.names.join(", "))
            onClicked: stops.chosen(modelData.aisle, modelData.bay)
            contentItem: Item {
                implicitHeight: texts.implicitHeight
                Rectangle {
                    id: badge
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.max(56, number.implicitWidth + 24)
                    height: 56
                    radius: 28
                    color: Theme.offer
                    Txt {
                        id: number
                        anchors.centerIn: parent
                        text: stop.modelData.number
                        color: Theme.inverse
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                    }
                }
                Column {
                    id: texts
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    Txt {
                        width: parent.width
                        text: stop.modelData.names.join(", ")
                        font.weight: Font.DemiBold
                        maximumLineCount: 2
                    }
                    Txt {
                        width: parent.width
                        text: stop.place
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
}
