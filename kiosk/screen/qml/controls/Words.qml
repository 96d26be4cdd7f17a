import QtQuick

// Text that is as wide as its words, up to `most` pixels; then it wraps to as many as `lines`, then it is cut.
Txt {
    id: words

    property real most: 10000
    property int lines: 1
    // Arabic is drawn a little wider than it is measured.
    readonly property real natural: Math.ceil(metrics.advanceWidth * 1.02) + 2

    // Not implicitWidth: that follows the width once text is cut.
    width: Math.min(natural, most)
    wrapMode: lines > 1 && natural > most ? Text.Wrap : Text.NoWrap
    elide: natural > most ? Text.ElideRight : Text.ElideNone
    maximumLineCount: lines

    TextMetrics {
        id: metrics
        font: words.font
        text: words.text
    }
}
