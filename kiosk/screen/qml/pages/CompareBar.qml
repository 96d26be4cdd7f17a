pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Below products that are being picked: how many there are, and on to the comparison.
Rectangle {
    id: bar

    readonly property int count: Comparison.picks.length

    // The shopper picks no more.
    signal over

    implicitHeight: buttons.height + 2 * Theme.gap
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        id: buttons
        x: Theme.margin
        y: Theme.gap
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gap
        PushButton {
            width: (parent.width - parent.spacing) * 0.64
            height: Math.max(implicitHeight, Theme.touch)
            kind: "primary"
            glyph: "compare"
            enabled: bar.count > 1
            text: bar.count > 1 ? qsTr("Compare %n product(s)", "", bar.count) : qsTr("Pick two at least")
            onClicked: {
                bar.over();
                Nav.compare();
            }
        }
        PushButton {
            width: (parent.width - parent.spacing) * 0.36
            height: Math.max(implicitHeight, Theme.touch)
            text: bar.count > 0 ? qsTr("Start anew") : qsTr("Never mind")
            onClicked: {
                if (bar.count > 0)
                    Comparison.clear();
                else
                    bar.over();
            }
        }
    }
}
