pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// One place of the bar at the lower edge: an icon with its word below.
Press {
    id: button

    required property string glyph
    property bool current: false
    property int count: 0
    property color ink: current ? Theme.primary : Theme.ink
    property bool strong: false
    // Icon and word side by side.
    property bool flat: false

    padding: 0
    corner: Theme.radius
    fill: strong ? Theme.primary : current ? Theme.primaryTint : "transparent"
    fillPressed: strong ? Theme.primaryDeep : Theme.sunken

    contentItem: Item {
        Grid {
            anchors.centerIn: parent
            columns: button.flat ? 2 : 1
            spacing: button.flat ? 14 : 6
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            Icon {
                glyph: button.glyph
                ink: button.strong ? Theme.inverse : button.ink
                size: 48
            }
            Txt {
                width: button.flat ? undefined : button.width - 12
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                color: button.strong ? Theme.inverse : button.ink
                font.pixelSize: Math.min(Theme.tiny, 28)
                font.weight: Font.DemiBold
                maximumLineCount: 1
            }
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: 34
            y: 10
            visible: button.count > 0
            width: Math.max(38, number.implicitWidth + 18)
            height: 38
            radius: 19
            color: Theme.offer
            Txt {
                id: number
                anchors.centerIn: parent
                text: button.count > 99 ? "99+" : button.count
                color: Theme.inverse
                font.pixelSize: 22
                font.weight: Font.Bold
            }
        }
    }
}
