pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Every department by its aisles, to be found on the map.
Grid {
    id: legend

    property string aisle: ""

    signal chosen(aisle: string)

    columns: Theme.columns(width, 440)
    columnSpacing: Theme.gapSmall

    Repeater {
        model: Store.departments
        Press {
            id: entry
            required property var modelData
            readonly property bool here: modelData.aisles.indexOf(legend.aisle) >= 0
            width: (legend.width - (legend.columns - 1) * legend.columnSpacing) / legend.columns
            topPadding: Theme.gapSmall
            bottomPadding: Theme.gapSmall
            fill: here ? Theme.primaryTint : "transparent"
            fillPressed: Theme.primaryTint
            text: Format.fill(qsTr("%1, %2"), Labels.department(modelData.id, modelData.name), Format.aisles(modelData.aisles))
            onClicked: legend.chosen(modelData.aisles.length > 0 ? modelData.aisles[0] : "")
            contentItem: Item {
                implicitHeight: name.implicitHeight
                Icon {
                    id: sign
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: Looks.icon(entry.modelData.id)
                    ink: Looks.ink(entry.modelData.id)
                    size: 44
                }
                Txt {
                    id: name
                    anchors.left: sign.right
                    anchors.leftMargin: 16
                    anchors.right: aisles.left
                    anchors.rightMargin: 10
                    anchors.verticalCenter: parent.verticalCenter
                    text: Labels.department(entry.modelData.id, entry.modelData.name)
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                    lineHeight: 0.95
                    maximumLineCount: 2
                }
                Txt {
                    id: aisles
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: entry.modelData.aisles.join(", ")
                    color: Theme.primary
                    font.pixelSize: Theme.small
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
