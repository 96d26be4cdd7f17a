pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The list as QR codes to be photographed, and on paper.
Rectangle {
    id: take

    // Keys stay inside.
    readonly property bool modal: visible
    property bool mail: true
    property int shown: 0
    readonly property var rows: ShoppingList.codes[shown] ?? []
    readonly property string title: qsTr("Shopping list, %1").arg(Store.name)

    signal closed

    // The list as the phone shows it: one line a product, the total last.
    function words(): var {
        const lines = [];
        for (const row of ShoppingList.rows()) {
            const product = Format.fill(qsTr("%1 × %2"), String(row.quantity), row.card.name);
            const place = row.card.aisle ? Format.place(row.card) : "";
            lines.push((row.done ? "☑ " : "☐ ") + [product, row.card.size, place, Format.money(row.card.price * row.quantity, row.card.currency)].filter(Boolean).join(", "));
        }
        lines.push(Format.fill(qsTr("%1: %2"), qsTr("Total"), Format.money(ShoppingList.total, ShoppingList.currency)));
        return lines;
    }

    function begin(asMail: bool) {
        mail = asMail;
        shown = 0;
        ShoppingList.draw(title, words(), asMail);
    }

    function close() {
        closed();
    }

    color: Theme.scrim
    onVisibleChanged: if (!visible)
        ShoppingList.forgetCodes()

    MouseArea {
        anchors.fill: parent
        onClicked: take.closed()
    }
    Rectangle {
        anchors.centerIn: parent
        id: card
        readonly property int pad: Theme.reach ? 24 : 48
        // Code and words stand side by side.
        readonly property bool beside: Theme.wide || Theme.reach
        width: Math.min(parent.width - 2 * Theme.margin, Theme.low ? 1640 : Theme.wide ? 1400 : Theme.reach ? 1040 : 940)
        height: Math.min(parent.height - 2 * Theme.gapSmall, content.height + 2 * pad)
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: 1
        border.color: Theme.line

        MouseArea {
            anchors.fill: parent
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: card.pad
            contentHeight: content.height
            clip: true
            boundsBehavior: Flickable.DragOverBounds

            Grid {
                id: content
                width: parent.width
                columns: card.beside ? 2 : 1
                columnSpacing: Theme.gapLarge * (Theme.wide ? 2 : 1)
                rowSpacing: Theme.gapLarge

                Column {
                    width: card.beside ? paper.side : parent.width
                    spacing: Theme.gap
                    Rectangle {
                        id: paper
                        readonly property real side: Math.max(240, Math.min(Theme.huge ? (Theme.reach ? 360 : 560) : Theme.wide ? 640 : Theme.reach ? 440 : 780, take.width - 2 * Theme.margin - 96, Theme.wide ? take.height - 2 * (card.pad + Theme.gapSmall) - (codes.visible ? codes.height + Theme.gap : 0) : 1000))
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: side
                        height: side
                        // A code is read best dark on light, whatever the look.
                        color: "white"
                        border.width: 1
                        border.color: Theme.line
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("QR code with your list")
                        QrCode {
                            anchors.fill: parent
                            rows: take.rows
                            visible: ShoppingList.taking === "drawn"
                        }
                        Dots {
                            anchors.centerIn: parent
                            visible: ShoppingList.taking === "drawing" || ShoppingList.taking === "printing"
                        }
                        Txt {
                            anchors.centerIn: parent
                            width: parent.width - 80
                            visible: text !== ""
                            horizontalAlignment: Text.AlignHCenter
                            color: "black"
                            text: {
                                switch (ShoppingList.taking) {
                                case "printed":
                                    return qsTr("Your list is being printed.");
                                case "failed":
                                    return qsTr("That did not work just now. Please try again, or ask a member of staff.");
                                default:
                                    return "";
                                }
                            }
                        }
                    }
                    Row {
                        id: codes
                        anchors.horizontalCenter: parent.horizontalCenter
                        spacing: Theme.gap
                        visible: ShoppingList.codes.length > 1
                        GlyphButton {
                            glyph: "back"
                            text: qsTr("The code before")
                            fill: Theme.sunken
                            enabled: take.shown > 0
                            onClicked: take.shown -= 1
                        }
                        Txt {
                            anchors.verticalCenter: parent.verticalCenter
                            text: (take.shown + 1) + " / " + ShoppingList.codes.length
                            font.weight: Font.DemiBold
                            Accessible.name: Format.fill(qsTr("Code %1 of %2"), String(take.shown + 1), String(ShoppingList.codes.length))
                        }
                        GlyphButton {
                            glyph: "next"
                            text: qsTr("The next code")
                            fill: Theme.sunken
                            enabled: take.shown < ShoppingList.codes.length - 1
                            onClicked: take.shown += 1
                        }
                    }
                }
                Column {
                    width: card.beside ? parent.width - paper.side - parent.columnSpacing : parent.width
                    spacing: Theme.gap
                    Txt {
                        width: parent.width
                        // Large words leave no room for it beside the code.
                        visible: !(Theme.reach && Theme.large && !Theme.wide)
                        text: qsTr("Take your list along")
                        font.pixelSize: Theme.reach ? Theme.heading : Theme.title
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                    }
                    Txt {
                        width: parent.width
                        text: take.mail ? qsTr("Point your phone’s camera at the code. It opens a message with your list: keep it as a draft or send it to yourself. No network is needed.") : qsTr("Point a scanner app at the code: it shows your list as text. No network is needed.")
                        color: Theme.inkSoft
                        font.pixelSize: Theme.reach ? Theme.small : Theme.body
                    }
                    Flow {
                        width: parent.width
                        spacing: Theme.gapSmall
                        Chip {
                            glyph: "phone"
                            text: qsTr("As a message")
                            chosen: take.mail
                            onClicked: take.begin(true)
                        }
                        Chip {
                            glyph: "list"
                            text: qsTr("As text")
                            chosen: !take.mail
                            onClicked: take.begin(false)
                        }
                        Chip {
                            visible: Store.prints
                            glyph: "print"
                            text: qsTr("Print it")
                            onClicked: ShoppingList.printOut(take.title, take.words())
                        }
                    }
                    PushButton {
                        width: parent.width
                        kind: "primary"
                        glyph: "check"
                        text: qsTr("Done")
                        onClicked: take.closed()
                    }
                }
            }
        }
    }
}
