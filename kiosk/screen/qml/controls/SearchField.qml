pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Aislewise
import "../theme"

// Where the shopper types.
TextField {
    id: field

    property string glyph: "search"
    property bool clearable: true

    signal sent

    implicitHeight: 112
    readonly property real ahead: glyph ? 96 : 36
    readonly property real behind: clearable && length > 0 ? 100 : 36
    leftPadding: Languages.mirrored ? behind : ahead
    rightPadding: Languages.mirrored ? ahead : behind
    horizontalAlignment: TextInput.AlignLeft
    maximumLength: 500
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inverse
    placeholderTextColor: Theme.inkSoft
    font.family: Theme.family
    font.pixelSize: 34
    font.weight: Font.Medium
    inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    verticalAlignment: TextInput.AlignVCenter
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    onAccepted: sent()

    background: Rectangle {
        radius: height / 2
        color: Theme.surface
        border.width: field.activeFocus ? 4 : 2
        border.color: field.activeFocus ? Theme.primary : Theme.line
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: 36
        anchors.verticalCenter: parent.verticalCenter
        visible: field.glyph !== ""
        glyph: field.glyph
        ink: Theme.primary
        size: 44
    }
    GlyphButton {
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: field.clearable && field.length > 0
        glyph: "close"
        ink: Theme.inkSoft
        iconSize: 34
        text: qsTr("Clear")
        onClicked: field.clear()
    }

    Connections {
        target: Scanner
        function onScanned(code: string) {
            if (field.text.endsWith(code))
                field.remove(field.length - code.length, field.length);
        }
    }
}
