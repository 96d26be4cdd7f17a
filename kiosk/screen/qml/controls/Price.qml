import QtQuick
import "../theme"

// What one costs now, and before.
Row {
    id: price

    required property var card
    property int size: Theme.heading
    readonly property bool reduced: card.was !== null && card.was !== undefined

    spacing: 14

    Txt {
        id: now
        text: Format.money(price.card.price, price.card.currency)
        color: price.reduced ? Theme.offer : Theme.ink
        font.pixelSize: price.size
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
    Txt {
        anchors.baseline: now.baseline
        visible: price.reduced
        text: price.reduced ? Format.money(price.card.was, price.card.currency) : ""
        color: Theme.inkSoft
        font.pixelSize: Math.round(price.size * 0.62)
        font.strikeout: true
        wrapMode: Text.NoWrap
        Accessible.name: qsTr("was %1").arg(text)
    }
}
