import QtQuick
import Aislewise
import "../theme"

// The microphone's light: bright, with a halo as large as it is loud, while the kiosk listens to the shopper; dim while
// it speaks and they may cut in; gone while the microphone is closed.
Item {
    id: light

    readonly property bool listens: Talk.listening === "opening" || Talk.listening === "listening"
    readonly property bool waits: Talk.listening === "open"
    readonly property string words: listens ? qsTr("Listening") : waits ? qsTr("You can speak") : ""

    visible: words !== ""
    implicitWidth: pill.width
    implicitHeight: pill.height
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Rectangle {
        property real reach: light.listens ? 5 + 13 * Math.min(1, Talk.level * 1.4) : 0
        anchors.centerIn: parent
        visible: light.listens
        width: pill.width + 2 * reach
        height: pill.height + 2 * reach
        radius: height / 2
        color: Theme.liveHalo
        opacity: 0.7
        Behavior on reach {
            NumberAnimation {
                duration: Theme.quick
            }
        }
    }
    Rectangle {
        id: pill
        width: row.implicitWidth + 48
        height: Math.max(56, label.implicitHeight + 20)
        radius: height / 2
        color: light.listens ? Theme.live : Theme.surface
        border.width: light.listens ? 0 : 2
        border.color: Theme.line
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 12
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                glyph: "mic"
                ink: light.listens ? Theme.inverse : Theme.inkSoft
                size: 32
            }
            Txt {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                text: light.words
                color: light.listens ? Theme.inverse : Theme.inkSoft
                font.pixelSize: Theme.tiny
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
        }
    }
}
