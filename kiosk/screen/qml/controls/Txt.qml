import QtQuick
import "../theme"

// All text of the screen. What products and shoppers say is never taken for markup.
Text {
    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    // Where the layout begins, whatever language the text is in.
    horizontalAlignment: Text.AlignLeft
    elide: Text.ElideRight
}
