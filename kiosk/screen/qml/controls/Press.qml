import QtQuick
import QtQuick.Controls.Basic
import "../theme"

// Anything that can be pressed. `text` is what a screen reader says.
AbstractButton {
    id: press

    property color fill: "transparent"
    property color fillPressed: Theme.sunken
    property color edge: "transparent"
    property real corner: Theme.radius

    padding: Theme.gap
    // A touch leaves the focus where it is, in the text field.
    focusPolicy: Qt.TabFocus
    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: press.clicked()

    background: Rectangle {
        radius: Math.min(press.corner, height / 2)
        color: press.down ? press.fillPressed : press.fill
        border.width: press.edge.a > 0 ? 2 : 0
        border.color: press.edge
        Behavior on color {
            ColorAnimation {
                duration: Theme.quick
            }
        }
    }
}
