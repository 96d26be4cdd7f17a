import QtQuick
import Aislewise
import "../theme"

// How the shopper's call for staff is, and what staff have told them, on every page.
Press {
    id: banner

    readonly property bool shownNow: Calls.isOpen || Calls.state === "resolved" || Calls.state === "expired"
    readonly property color ink: Calls.urgent ? Theme.danger : Theme.primaryDeep

    text: [CallWords.line, CallWords.message].filter(Boolean).join(" ")
    padding: 0
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    implicitHeight: Math.max(Theme.touch, column.implicitHeight + 24)
    visible: shownNow
    corner: 0
    fill: Calls.urgent ? Theme.dangerTint : Theme.primaryTint
    fillPressed: Qt.darker(fill, 1.06)

    contentItem: Item {
        Icon {
            id: bell
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            glyph: CallWords.message ? "chat" : CallWords.glyph
            ink: banner.ink
        }
        Column {
            id: column
            anchors.left: bell.right
            anchors.leftMargin: Theme.gap
            anchors.right: arrow.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            Txt {
                width: parent.width
                visible: text !== ""
                text: CallWords.message
                color: banner.ink
                font.pixelSize: Theme.body
                font.weight: Font.Bold
                maximumLineCount: 2
            }
            Txt {
                width: parent.width
                text: Format.beside([Calls.message.by === Calls.who ? CallWords.sent : CallWords.sender, CallWords.line])
                color: banner.ink
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                maximumLineCount: 3
            }
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
