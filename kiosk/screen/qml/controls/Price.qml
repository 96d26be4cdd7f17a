import QtQuick
import "../theme"

// What one costs now, and before; smaller where `most` pixels are too few.
Row {
    id: price

    required property var card
    property int size: Theme.heading
    property real most: 10000
    readonly property bool reduced: card.was !== null && card.was !== undefined

    readonly property real fit: Math.min(1, most / (metrics.advanceWidth + (reduced ? before.advanceWidth + spacing : 0) + 4))

    spacing: 14

    Txt {
        id: now
        text: Format.money(price.card.price, price.card.currency)
        color: price.reduced ? Theme.offer : Theme.ink
        font.pixelSize: Math.floor(price.size * price.fit)
        font.weight: Font.Bold
        wrapMode: Text.NoWrap
    }
    Txt {
        id: was
        anchors.baseline: now.baseline
        visible: price.reduced
        text: price.reduced ? Format.money(price.card.was, price.card.currency) : ""
        color: Theme.inkSoft
        font.pixelSize: Math.round(price.size * price.fit * 0.62)
        font.strikeout: true
        wrapMode: Text.NoWrap
        Accessible.name: qsTr("was %1").arg(text)
    }
    TextMetrics {
        id: metrics
        font.family: Theme.family
        font.pixelSize: price.size
        font.weight: Font.Bold
        text: now.text
    }
    TextMetrics {
        id: before
        font.family: Theme.family
        font.pixelSize: Math.round(price.size * 0.62)
        text: was.text
    }
}
