import QtQuick
import QtQuick.Controls.Basic
import "../theme"

// A page of the stack.
FocusScope {
    id: page

    required property string name
    readonly property bool current: StackView.status === StackView.Active
    readonly property bool first: StackView.index === 0

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
}
