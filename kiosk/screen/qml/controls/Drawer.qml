pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// A sheet that comes up from the lower edge over its page: a title, what is put into it, and a button that closes it.
Rectangle {
    id: drawer

    property string title: ""
    property string done: qsTr("Close")
    property bool shownNow: false
    readonly property bool modal: shownNow
    default property alias content: column.data

    function open() {
        flick.contentY = 0;
        shownNow = true;
    }

    function close() {
        shownNow = false;
    }

    anchors.fill: parent
    z: 10
    visible: opacity > 0
    opacity: shownNow ? 1 : 0
    color: Theme.scrim
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    MouseArea {
        anchors.fill: parent
        onClicked: drawer.close()
        onWheel: wheel => wheel.accepted = true
    }
    Rectangle {
        anchors.right: Theme.wide ? parent.right : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Theme.wide ? Math.min(parent.width, 860) : parent.width
        height: Math.min(parent.height - (Theme.wide ? 0 : 60), head.height + column.height + foot.height + Theme.gapLarge)
        color: Theme.paper
        topLeftRadius: Theme.radiusLarge
        topRightRadius: Theme.wide ? 0 : Theme.radiusLarge
        clip: true

        // What is tapped beside the controls closes nothing.
        TapHandler {}

        Txt {
            id: head
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            topPadding: Theme.gapLarge
            bottomPadding: Theme.gap
            text: drawer.title
            font.pixelSize: Math.min(Theme.heading, 60)
            font.weight: Font.Bold
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
        }
        Flickable {
            id: flick
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width
            contentHeight: column.height + Theme.gapLarge
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Column {
                id: column
                x: Theme.margin
                width: flick.width - 2 * Theme.margin
                spacing: Theme.gap
            }
        }
        Rectangle {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: button.height + 2 * Theme.gap
            color: Theme.surface
            PushButton {
                id: button
                x: Theme.margin
                y: Theme.gap
                width: parent.width - 2 * Theme.margin
                kind: "primary"
                text: drawer.done
                onClicked: drawer.close()
            }
        }
    }
}
