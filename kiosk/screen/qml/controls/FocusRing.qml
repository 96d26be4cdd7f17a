import QtQuick
import Aislewise
import "../theme"

// The ring around what a key would press, or around the row that a switch would choose: two colours, so that it is seen
// on any ground.
Rectangle {
    id: ring

    readonly property Item held: Focus.item as Item
    readonly property rect band: Focus.band
    required property Item stage

    objectName: "focusRing"
    parent: held ?? stage
    visible: held !== null || band.width > 0
    x: held ? -4 : band.x / Theme.stageScale - 10
    y: held ? -4 : band.y / Theme.stageScale - 10
    width: held ? held.width + 8 : band.width / Theme.stageScale + 20
    height: held ? held.height + 8 : band.height / Theme.stageScale + 20
    z: 1000
    radius: Math.min(Theme.radius + 4, height / 2)
    color: "transparent"
    border.width: 7
    border.color: Theme.focus
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: 7
        radius: ring.radius - 7
        color: "transparent"
        border.width: 3
        border.color: Theme.surface
    }
}
