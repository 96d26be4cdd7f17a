import QtQuick
import Aislewise
import "../theme"

// The engine is away: what was on screen stays readable, and a kind word says that it comes back.
Rectangle {
    id: overlay

    // A blink of an eye is not worth a word.
    property bool late: false

    visible: !Store.online && late
    color: Store.known ? Theme.scrim : Theme.paper

    Timer {
        running: !Store.online
        interval: 500
        onTriggered: overlay.late = true
    }
    Connections {
        target: Store
        function onChanged() {
            if (Store.online)
                overlay.late = false;
        }
    }
    MouseArea {
        anchors.fill: parent
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 820)
        height: column.height + 104
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - 104
            spacing: 26
            Dots {
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: Store.known ? qsTr("One moment, I’m coming back") : qsTr("One moment, I’m getting ready")
                font.pixelSize: Theme.heading
                font.weight: Font.Bold
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("This takes a few seconds. If you need help now, any member of staff is glad to help.")
                color: Theme.inkSoft
            }
        }
    }
}
