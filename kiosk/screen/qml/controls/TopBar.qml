pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// The upper edge of a page: back, title, what the page puts at the end, and reading it aloud.
Item {
    id: bar

    property string title: ""
    property bool backShown: true
    // What is read aloud: by default the page that the bar stands on.
    property Item page: parent
    default property alias tools: slot.data

    signal back

    implicitHeight: Math.max(Theme.low ? 108 : 128, label.implicitHeight + 24)

    GlyphButton {
        id: backButton
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin - 20
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.backShown
        glyph: "back"
        text: qsTr("Back")
        onClicked: bar.back()
    }
    Txt {
        id: label
        anchors.left: bar.backShown ? backButton.right : parent.left
        anchors.leftMargin: bar.backShown ? 12 : Theme.margin
        anchors.right: slot.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: bar.title
        font.pixelSize: Theme.heading
        font.weight: Font.Bold
        maximumLineCount: Theme.large && !Theme.low ? 2 : 1
        Accessible.role: Accessible.Heading
    }
    Row {
        id: slot
        anchors.right: aloud.left
        anchors.rightMargin: aloud.visible ? Theme.gap : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap
    }
    ReadAloud {
        id: aloud
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? implicitWidth : 0
        what: bar.page
    }
}
