pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// One place of the bar that is always there: an icon with its word below.
Press {
    id: button

    required property string glyph
    property bool current: false
    property int count: 0
    property color ink: current ? Theme.primary : Theme.ink
    property bool strong: false
    readonly property bool low: height < 116

    padding: 0
    corner: Theme.radius
    fill: strong ? Theme.primary : current ? Theme.primaryTint : "transparent"
    fillPressed: strong ? Theme.primaryDeep : Theme.sunken

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width - 8
            spacing: button.low ? 2 : 6
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                glyph: button.glyph
                ink: button.strong ? Theme.inverse : button.ink
                size: button.low ? 40 : 48
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                color: button.strong ? Theme.inverse : button.ink
                // One line in any language, so that all icons are level.
                height: Math.round(font.pixelSize * 1.5)
                verticalAlignment: Text.AlignVCenter
                font.pixelSize: Math.min(Theme.tiny, button.low ? 26 : 34)
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideNone
                fontSizeMode: Text.Fit
                minimumPixelSize: 17
            }
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: 34
            y: 6
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
