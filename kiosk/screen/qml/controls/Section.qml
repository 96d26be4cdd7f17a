import QtQuick
import "../theme"

// The heading above a group, with something to tap at its right.
Item {
    id: section

    property string title: ""
    property string action: ""

    signal acted

    implicitHeight: Math.max(action ? Theme.touch : 0, heading.implicitHeight + 16)

    Txt {
        id: heading
        anchors.left: parent.left
        anchors.right: more.visible ? more.left : parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: section.title
        font.pixelSize: Math.round(Theme.heading * 0.9)
        font.weight: Font.Bold
        maximumLineCount: 3
        Accessible.role: Accessible.Heading
    }
    PushButton {
        id: more
        anchors.right: parent.right
        anchors.rightMargin: -20
        anchors.verticalCenter: parent.verticalCenter
        visible: section.action !== ""
        kind: "quiet"
        ink: Theme.primary
        leftPadding: 20
        rightPadding: 20
        text: section.action
        onClicked: section.acted()
    }
}
