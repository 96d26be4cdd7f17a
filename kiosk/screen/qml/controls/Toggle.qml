pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Something that is on or off: its words, what it does, and a switch.
Press {
    id: toggle

    property bool on: false
    property string glyph: ""
    property string more: ""

    padding: 16
    fill: Theme.surface
    fillPressed: Theme.primaryTint
    edge: on ? Theme.primary : Theme.line
    implicitHeight: Math.max(Theme.touch + 8, words.implicitHeight + 2 * padding)
    Accessible.role: Accessible.CheckBox
    Accessible.checked: on
    Accessible.description: more

    contentItem: Item {
        Icon {
            id: sign
            anchors.left: parent.left
            anchors.leftMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            glyph: toggle.glyph
            ink: Theme.primary
        }
        Column {
            id: words
            anchors.left: sign.right
            anchors.leftMargin: 20
            anchors.right: track.left
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Txt {
                width: parent.width
                text: toggle.text
                font.weight: Font.DemiBold
                font.pixelSize: Theme.small
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: toggle.more
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
            }
        }
        Rectangle {
            id: track
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            width: 92
            height: 52
            radius: 26
            color: toggle.on ? Theme.primary : Theme.sunken
            border.width: 2
            border.color: toggle.on ? Theme.primary : Theme.inkSoft
            Rectangle {
                x: toggle.on ? parent.width - width - 8 : 8
                anchors.verticalCenter: parent.verticalCenter
                width: 36
                height: 36
                radius: 18
                color: toggle.on ? Theme.inverse : Theme.inkSoft
                Icon {
                    anchors.centerIn: parent
                    visible: toggle.on
                    glyph: "check"
                    ink: Theme.primary
                    size: 28
                }
            }
        }
    }
}
