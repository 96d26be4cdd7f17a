import QtQuick
import "../theme"
import "../controls"

// A shelf of products that have to do with the one that is shown. `bleed`: it runs to the edges of the page.
Column {
    id: others

    property string title: ""
    property var cards: []
    property bool bleed: true
    // A tap opens the product.
    property bool opens: true

    signal chosen(sku: string)

    visible: cards.length > 0
    spacing: 8

    Section {
        width: parent.width
        title: others.title
    }
    Shelf {
        x: others.bleed ? -Theme.margin : 0
        width: parent.width + (others.bleed ? 2 * Theme.margin : 0)
        inset: others.bleed ? Theme.margin : 0
        cards: others.cards
        onChosen: sku => {
            if (others.opens)
                Nav.product(sku);
            else
                others.chosen(sku);
        }
    }
}
