pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Short facts as small labels.
Flow {
    id: tags

    property var texts: []
    property color ink: Theme.good
    property color tint: Theme.goodTint
    property string glyph: ""

    spacing: 10

    Repeater {
        model: tags.texts
        Rectangle {
            id: tag
            required property string modelData
            width: Math.min(inner.implicitWidth + 36, tags.width)
            height: inner.implicitHeight + 20
            radius: height / 2
            color: tags.tint
            Row {
                id: inner
                anchors.centerIn: parent
                spacing: 8
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: tags.glyph !== ""
                    glyph: tags.glyph
                    ink: tags.ink
                    size: 26
                }
                Txt {
                    text: Format.title(tag.modelData)
                    color: tags.ink
                    font.pixelSize: Theme.tiny
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
