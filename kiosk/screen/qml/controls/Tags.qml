pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Short facts as small labels: `rows` is a list of [text, icon, what the icon shows is not in it].
Flow {
    id: tags

    property var rows: []
    property color ink: Theme.good
    property color tint: Theme.goodTint

    spacing: 10

    Repeater {
        model: tags.rows
        Rectangle {
            id: tag
            required property var modelData
            width: Math.min(inner.implicitWidth + 40, tags.width)
            height: inner.implicitHeight + 22
            radius: Math.min(height / 2, 30)
            color: tags.tint
            Row {
                id: inner
                anchors.centerIn: parent
                spacing: 10
                Icon {
                    id: sign
                    anchors.verticalCenter: parent.verticalCenter
                    glyph: tag.modelData[1]
                    ink: tags.ink
                    size: 36
                    Rectangle {
                        anchors.centerIn: parent
                        visible: tag.modelData[2]
                        width: parent.width * 1.15
                        height: 4
                        radius: 2
                        rotation: -45
                        color: tags.ink
                        border.width: 1
                        border.color: tags.tint
                    }
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    most: tags.width - 90
                    lines: 2
                    text: tag.modelData[0]
                    color: tags.ink
                    font.pixelSize: Theme.tiny
                    font.weight: Font.DemiBold
                }
            }
        }
    }
}
