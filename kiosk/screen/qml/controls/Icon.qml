import QtQuick
import "../theme"

// A line icon in any colour.
Image {
    id: icon

    required property string glyph
    property color ink: Theme.ink
    property int size: 44

    width: size
    height: size
    sourceSize: Qt.size(Math.round(size * Theme.stageScale), Math.round(size * Theme.stageScale))
    source: glyph ? "image://icons/" + glyph + "/" + Theme.hex(ink) : ""
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
