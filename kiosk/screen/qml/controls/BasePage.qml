import QtQuick
import QtQuick.Controls.Basic
import "../theme"

// A page of the stack. It fills what the shell leaves it: lay out by its own width and by Theme.wide and Theme.huge.
FocusScope {
    id: page

    required property string name
    // What is read aloud instead of all that is written here.
    property string aloud: ""
    readonly property bool current: StackView.status === StackView.Active
    readonly property bool first: StackView.index === 0

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
}
