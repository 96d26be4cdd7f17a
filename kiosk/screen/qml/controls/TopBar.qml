pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// The upper edge of a page: back, title, and what the page puts at the right.
Item {
    id: bar

    property string title: ""
    property bool backShown: true
    default property alias tools: slot.data

    signal back

    implicitHeight: 128

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
        anchors.left: bar.backShown ? backButton.right : parent.left
        anchors.leftMargin: bar.backShown ? 12 : Theme.margin
        anchors.right: slot.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: bar.title
        font.pixelSize: Theme.heading
        font.weight: Font.Bold
        maximumLineCount: 1
        Accessible.role: Accessible.Heading
    }
    Row {
        id: slot
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap
    }
}
