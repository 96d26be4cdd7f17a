import QtQuick
import Aislewise
import "../theme"

// A line icon in any colour.
Image {
    id: icon

    required property string glyph
    property color ink: Theme.ink
    property int size: 44
    // Drawings that point where the reading goes.
    readonly property var directed: ["back", "next", "send", "list"]

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * Theme.stageScale), Math.round(size * Theme.stageScale))
    source: glyph ? "image://icons/" + glyph + "/" + Theme.hex(ink) : ""
    fillMode: Image.PreserveAspectFit
    mirror: Languages.mirrored && directed.includes(glyph)
    Accessible.ignored: true
}
