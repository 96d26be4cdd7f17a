pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// How loud it is at the microphone, as bars that rise and fall.
Row {
    id: meter

    property real level: 0
    property color ink: Theme.primary
    readonly property var shape: [0.35, 0.55, 0.8, 1.0, 0.7, 0.95, 0.6, 0.85, 0.5, 0.3]

    spacing: 8
    height: 88

    Repeater {
        model: meter.shape
        Rectangle {
            required property real modelData
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            width: 10
            height: 12 + (meter.height - 12) * Math.min(1, meter.level * 1.4) * modelData
            radius: 5
            color: meter.ink
            Behavior on height {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
    }
}
