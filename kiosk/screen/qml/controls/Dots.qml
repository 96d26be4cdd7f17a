pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// Three dots that breathe while something is being worked out.
Row {
    id: dots

    property color ink: Theme.primary

    spacing: 10

    Repeater {
        model: 3
        Rectangle {
            id: dot
            required property int index
            width: 16
            height: 16
            radius: 8
            color: dots.ink
            SequentialAnimation on opacity {
                running: dots.visible && !Theme.still
                loops: Animation.Infinite
                PauseAnimation {
                    duration: dot.index * 160
                }
                NumberAnimation {
                    from: 1
                    to: 0.25
                    duration: 380
                }
                NumberAnimation {
                    from: 0.25
                    to: 1
                    duration: 380
                }
                PauseAnimation {
                    duration: (2 - dot.index) * 160
                }
            }
        }
    }
}
