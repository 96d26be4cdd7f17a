import QtQuick
import Aislewise
import "../theme"

// Has the page read aloud; while it is, stops that. Not there where the kiosk has no voice.
GlyphButton {
    required property Item what

    readonly property bool reads: Aloud.reading === "page"

    visible: what !== null && Store.speech === "working"
    glyph: reads ? "stop" : "read"
    text: reads ? qsTr("Stop reading") : qsTr("Read this page aloud")
    fill: reads ? Theme.primaryTint : Theme.surface
    fillPressed: Theme.primaryTint
    edge: Theme.line
    onClicked: {
        if (reads)
            Aloud.stop();
        else
            Aloud.read(what);
    }
}
