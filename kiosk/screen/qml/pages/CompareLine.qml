pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// One thing that is compared: its name, and below it what it is for each product. `line` is one of Comparison.lines.
Rectangle {
    id: compared

    required property var line
    required property var pages
    readonly property int count: pages.length
    readonly property string kind: line.line
    // Large text has no room beside each other: each product's name stands before its value.
    readonly property bool stacked: Theme.huge

    function label(): string {
        switch (kind) {
        case "price":
            return qsTr("Price");
        case "unit_price":
            return qsTr("Price by amount");
        case "size":
            return qsTr("Size");
        case "offer":
            return qsTr("Offer");
        case "stock":
            return qsTr("Stock");
        case "place":
            return qsTr("Where it is");
        case "allergens":
            return qsTr("Contains");
        case "may_contain":
            return qsTr("May contain traces of");
        case "diet":
            return qsTr("Diet");
        default:
            return kind.startsWith("nutrition:") ? Format.fill(qsTr("%1 in 100 g or ml"), Format.nutrient(kind.slice(10))) : Labels.fact(kind.slice(10));
        }
    }

    function value(at: int): string {
        const card = pages[at]?.card;
        const cell = line.cells[at];
        if (card === undefined || cell === null || cell === undefined || cell === "" || cell.length === 0)
            return kind === "allergens" && pages[at]?.ingredients ? qsTr("None named") : "–";
        switch (kind) {
        case "price":
            return Format.money(cell, card.currency);
        case "unit_price":
            return line.unit ? Format.fill(qsTr("%1 per %2"), Format.money(cell, card.currency), Labels.unit(line.unit)) : Format.unitPrice(card);
        case "stock":
            return Format.stock(cell);
        case "place":
            return Format.place(card);
        case "allergens":
        case "may_contain":
            return cell.map(code => Labels.allergen(code)).join(", ");
        case "diet":
            return cell.map(code => Labels.diet(code)).join(", ");
        default:
            return kind.startsWith("nutrition:") ? Format.amount(kind.slice(10), cell) : String(cell);
        }
    }

    // How the price by amount comes about.
    function sum(at: int): string {
        const card = pages[at]?.card;
        return kind === "unit_price" && card !== undefined && card.size ? Format.fill(qsTr("%1 for %2"), Format.money(card.price, card.currency), card.size) : "";
    }

    implicitHeight: column.height + 28
    radius: Theme.radiusSmall
    color: line.differs ? Theme.surface : "transparent"
    border.width: line.differs ? 2 : 1
    border.color: line.differs ? Theme.primary : Theme.line

    Column {
        id: column
        x: 14
        y: 14
        width: parent.width - 28
        spacing: 8
        Flow {
            width: parent.width
            spacing: 12
            Txt {
                width: Math.min(implicitWidth, parent.width)
                text: compared.label()
                color: Theme.inkSoft
                font.pixelSize: Theme.tiny
                font.weight: Font.DemiBold
            }
            Words {
                visible: compared.line.differs
                text: qsTr("differs")
                color: Theme.primaryDeep
                font.pixelSize: Theme.tiny
            }
        }
        Grid {
            id: cells
            readonly property real cell: (width - (columns - 1) * spacing) / columns
            width: parent.width
            columns: compared.stacked ? 1 : Math.max(2, compared.count)
            spacing: 12
            Repeater {
                model: compared.count
                Column {
                    id: entry
                    required property int index
                    readonly property bool best: compared.line.best.includes(index)
                    width: cells.cell
                    spacing: 2
                    Txt {
                        width: parent.width
                        visible: compared.stacked
                        text: [compared.pages[entry.index]?.card.name, compared.pages[entry.index]?.card.size].filter(Boolean).join(" · ")
                        color: Theme.inkSoft
                        font.pixelSize: Theme.tiny
                        maximumLineCount: 3
                    }
                    Txt {
                        width: parent.width
                        text: compared.value(entry.index)
                        color: entry.best ? Theme.good : Theme.ink
                        font.pixelSize: compared.count > 3 ? Theme.tiny : Theme.small
                        font.weight: compared.line.differs ? Font.DemiBold : Font.Normal
                    }
                    Txt {
                        width: parent.width
                        visible: text !== ""
                        text: compared.sum(entry.index)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.tiny
                    }
                    Row {
                        width: parent.width
                        visible: entry.best
                        spacing: 6
                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            glyph: "check"
                            ink: Theme.good
                            size: 28
                        }
                        Words {
                            most: entry.width - 34
                            lines: 4
                            text: compared.kind === "price" ? qsTr("Lowest price") : qsTr("Best value")
                            color: Theme.good
                            font.pixelSize: Theme.tiny
                            font.weight: Font.DemiBold
                        }
                    }
                }
            }
        }
    }
}
