import QtQuick
import Aislewise
import "../theme"

// How the shopper's call for staff is, on every page.
Press {
    id: banner

    readonly property bool shownNow: Calls.isOpen || Calls.state === "resolved" || Calls.state === "expired"
    readonly property color ink: Calls.urgent ? Theme.danger : Theme.primaryDeep
    readonly property string who: Calls.who || qsTr("A colleague")

    text: {
        switch (Calls.state) {
        case "called":
            return Calls.urgent ? qsTr("Urgent call sent. Staff have been alerted.") : qsTr("We have called a member of staff.");
        case "claimed":
            return qsTr("%1 has your call.").arg(banner.who);
        case "coming":
            return qsTr("%1 is on the way to you.").arg(banner.who);
        case "resolved":
            return qsTr("%1 has helped you. Thank you!").arg(banner.who);
        case "expired":
            return qsTr("Nobody could come. Please go to the service desk.");
        default:
            return "";
        }
    }
    padding: 0
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 24)
    visible: shownNow
    corner: 0
    fill: Calls.urgent ? Theme.dangerTint : Theme.primaryTint
    fillPressed: Qt.darker(fill, 1.06)

    contentItem: Item {
        Icon {
            id: bell
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            glyph: Calls.state === "resolved" ? "check" : Calls.state === "called" ? "bell" : "person"
            ink: banner.ink
        }
        Txt {
            id: label
            anchors.left: bell.right
            anchors.leftMargin: Theme.gap
            anchors.right: arrow.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: banner.text
            color: banner.ink
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            maximumLineCount: 2
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            glyph: "next"
            ink: banner.ink
            size: 36
        }
    }
}
