pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A table of names and values. `rows` is a list of [name, value, indented].
Column {
    id: facts

    property var rows: []

    Repeater {
        model: facts.rows
        Item {
            id: line
            required property var modelData
            required property int index
            width: facts.width
            height: Math.max(name.implicitHeight, value.implicitHeight) + 24
            Rectangle {
                width: parent.width
                height: 1
                visible: line.index > 0 && !line.modelData[2]
                color: Theme.line
            }
            Txt {
                id: name
                anchors.left: parent.left
                anchors.leftMargin: line.modelData[2] ? 28 : 0
                anchors.verticalCenter: parent.verticalCenter
                width: facts.width * 0.55 - anchors.leftMargin
                text: line.modelData[0]
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                maximumLineCount: 4
            }
            Txt {
                id: value
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: facts.width * 0.43
                text: line.modelData[1]
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                horizontalAlignment: Text.AlignRight
                maximumLineCount: 3
            }
        }
    }
}
