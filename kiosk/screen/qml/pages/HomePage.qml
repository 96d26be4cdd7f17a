pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Where a visit begins.
BasePage {
    id: page

    readonly property bool hears: Store.hearing === "working"
    // Languages stand beside the store's name where that leaves more of the page.
    readonly property bool tight: Theme.wide && !Theme.large
    readonly property var questions: [
        [QT_TR_NOOP("When are you open?"), "clock"],
        [QT_TR_NOOP("Where are the restrooms?"), "info"],
        [QT_TR_NOOP("How do I return something?"), "repeat"],
        [QT_TR_NOOP("Do you deliver?"), "box"],
        [QT_TR_NOOP("Can I pay with my phone?"), "card"],
        [QT_TR_NOOP("Do you cut keys?"), "wrench"]
    ]

    function toTop() {
        flick.contentY = 0;
    }

    function enquire(words: string) {
        Nav.talk();
        Talk.ask(words, "tapped");
    }

    name: "home"

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: column
            x: Theme.margin
            width: flick.width - 2 * Theme.margin
            spacing: Theme.gapLarge

            Item {
                width: parent.width
                height: Math.max(Theme.low ? 108 : 128, titles.height + 32)
                Column {
                    id: titles
                    anchors.left: parent.left
                    anchors.right: page.tight ? tongues.left : tools.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2
                    StoreMark {
                        width: parent.width
                        size: Theme.heading
                        ink: Theme.ink
                    }
                    Txt {
                        width: parent.width
                        visible: text !== ""
                        text: Format.hours(Store.openUntil, Store.hoursKnown, Store.opensAt)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                        maximumLineCount: 2
                    }
                }
                LanguageBar {
                    id: tongues
                    anchors.right: tools.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(parent.width * 0.55, natural)
                    visible: page.tight && many
                    onChosen: code => Languages.choose(code)
                }
                ReadAloud {
                    id: tools
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: visible ? implicitWidth : 0
                    what: page
                }
            }
            LanguageBar {
                width: parent.width
                visible: !page.tight && many
                onChosen: code => Languages.choose(code)
            }

            Rectangle {
                width: parent.width
                height: hero.height + (Theme.reach ? 40 : 72)
                radius: Theme.radiusLarge
                color: Theme.hero
                border.width: Theme.look === "contrast" ? 3 : 0
                border.color: Theme.line
                clip: true

                Rectangle {
                    x: parent.width - width * 0.7
                    y: -height * 0.45
                    width: 560
                    height: 560
                    radius: 280
                    color: Theme.gloss
                }
                Grid {
                    id: hero
                    readonly property bool beside: Theme.wide && (!Theme.huge || Theme.low)
                    readonly property real cell: beside ? (width - columnSpacing) / 2 : width
                    anchors.centerIn: parent
                    width: parent.width - 80
                    columns: beside ? 2 : 1
                    columnSpacing: 48
                    rowSpacing: 24
                    verticalItemAlignment: Grid.AlignVCenter
                    Column {
                        width: hero.cell
                        spacing: 16
                        Txt {
                            width: parent.width
                            text: qsTr("Hello! What are you looking for?")
                            color: Theme.heroInk
                            font.pixelSize: Theme.reach ? Theme.heading : Theme.title
                            font.weight: Font.Bold
                            lineHeight: 1.05
                            Accessible.role: Accessible.Heading
                        }
                        Row {
                            width: parent.width
                            // Stands in the upper half already.
                            visible: !Theme.reach
                            spacing: 14
                            Icon {
                                id: spark
                                glyph: "spark"
                                ink: Theme.heroSoft
                                size: 36
                            }
                            Txt {
                                width: parent.width - spark.width - 14
                                text: page.hears ? qsTr("I am an automated assistant. Type, or tap the microphone and talk.") : qsTr("I am an automated assistant. Type what you need, in your own words.")
                                color: Theme.heroSoft
                                font.pixelSize: Theme.small
                            }
                        }
                    }
                    Column {
                        width: hero.cell
                        spacing: 18
                        Press {
                            id: searchKey
                            width: parent.width
                            height: Math.max(112, Theme.body * 1.3 + 60)
                            corner: height / 2
                            fill: Theme.surface
                            fillPressed: Theme.primaryTint
                            edge: Theme.look === "light" ? "transparent" : Theme.line
                            horizontalPadding: 36
                            text: qsTr("Search the store")
                            onClicked: Nav.search()
                            contentItem: Row {
                                spacing: 24
                                Icon {
                                    id: glass
                                    anchors.verticalCenter: parent.verticalCenter
                                    glyph: "search"
                                    ink: Theme.primary
                                }
                                Txt {
                                    anchors.verticalCenter: parent.verticalCenter
                                    width: searchKey.availableWidth - glass.width - 24
                                    text: qsTr("Search products and brands")
                                    color: Theme.inkSoft
                                    font.pixelSize: Math.round(34 * Math.min(Theme.textScale, 1.5))
                                    font.weight: Font.Medium
                                    maximumLineCount: 1
                                    fontSizeMode: Text.HorizontalFit
                                    minimumPixelSize: 24
                                }
                            }
                        }
                        // What one can ask, for who is here for the first time.
                        Txt {
                            width: parent.width
                            text: page.hears ? qsTr("You can say “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.") : qsTr("You can type “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.")
                            color: Theme.heroSoft
                            font.pixelSize: Theme.tiny
                        }
                    }
                }
            }

            Grid {
                id: ways
                readonly property real cell: (width - (columns - 1) * spacing) / columns
                width: parent.width
                columns: Theme.huge && !Theme.wide ? 1 : Theme.large && !Theme.wide ? 2 : 4
                spacing: 16
                Repeater {
                    model: [
                        ["barcode", qsTr("Scan a product")],
                        ["map", qsTr("Store map")],
                        ["list", qsTr("Shopping list")],
                        ["info", qsTr("Store information")]
                    ]
                    Press {
                        id: way
                        required property var modelData
                        width: ways.cell
                        height: ways.columns === 4 ? Math.max(164, 104 + Theme.small * 2.6) : Math.max(Theme.touch + 8, Theme.small * 2.6 + 32)
                        padding: 16
                        text: modelData[1]
                        fill: Theme.surface
                        fillPressed: Theme.primaryTint
                        edge: Theme.line
                        onClicked: {
                            switch (modelData[0]) {
                            case "barcode":
                                return Nav.scan();
                            case "map":
                                return Nav.map("");
                            case "list":
                                return Nav.list();
                            default:
                                return Nav.info();
                            }
                        }
                        contentItem: Item {
                            Icon {
                                id: sign
                                anchors.left: parent.left
                                anchors.leftMargin: ways.columns === 4 ? (parent.width - width) / 2 : 8
                                y: ways.columns === 4 ? 4 : (parent.height - height) / 2
                                glyph: way.modelData[0]
                                ink: Theme.primary
                                size: 60
                            }
                            Txt {
                                anchors.left: ways.columns === 4 ? parent.left : sign.right
                                anchors.leftMargin: ways.columns === 4 ? 0 : 20
                                anchors.right: parent.right
                                anchors.bottom: parent.bottom
                                anchors.top: ways.columns === 4 ? sign.bottom : parent.top
                                text: way.text
                                font.pixelSize: Theme.small
                                font.weight: Font.DemiBold
                                horizontalAlignment: ways.columns === 4 ? Text.AlignHCenter : Text.AlignLeft
                                verticalAlignment: Text.AlignVCenter
                                maximumLineCount: 2
                                // The same room in any script.
                                lineHeight: Theme.small * 1.24
                                lineHeightMode: Text.FixedHeight
                            }
                        }
                    }
                }
            }

            Column {
                width: parent.width
                visible: Store.offers.length > 0
                spacing: 8
                Section {
                    width: parent.width
                    title: qsTr("On offer")
                    action: qsTr("See all")
                    onActed: Nav.offers()
                }
                Shelf {
                    width: parent.width + 2 * Theme.margin
                    anchors.horizontalCenter: parent.horizontalCenter
                    inset: Theme.margin
                    cards: Store.offers
                    onChosen: sku => Nav.product(sku)
                }
            }

            Column {
                width: parent.width
                visible: Store.departments.length > 0
                spacing: 12
                Section {
                    width: parent.width
                    title: qsTr("Departments")
                }
                Grid {
                    id: grid
                    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
                    width: parent.width
                    columns: Theme.columns(width, Theme.wide ? 250 : 300)
                    columnSpacing: 16
                    rowSpacing: 16
                    Repeater {
                        model: Store.departments
                        Press {
                            id: department
                            required property var modelData
                            readonly property color tone: Looks.ink(modelData.id)
                            width: grid.cell
                            height: 160 + Theme.small * 2.8
                            padding: 18
                            text: Format.fill(qsTr("%1, %2"), Labels.department(modelData.id, modelData.name), Format.aisles(modelData.aisles))
                            fill: Looks.tint(modelData.id)
                            fillPressed: Theme.primaryTint
                            edge: Theme.look === "contrast" ? Theme.line : "transparent"
                            onClicked: Nav.department(modelData.id)
                            contentItem: Item {
                                Rectangle {
                                    id: disc
                                    anchors.left: parent.left
                                    width: 116
                                    height: 116
                                    radius: 58
                                    color: Qt.alpha(department.tone, 0.1)
                                    Icon {
                                        anchors.centerIn: parent
                                        glyph: Looks.icon(department.modelData.id)
                                        ink: department.tone
                                        size: 76
                                    }
                                }
                                Txt {
                                    anchors.left: disc.right
                                    anchors.leftMargin: 8
                                    anchors.right: parent.right
                                    anchors.top: parent.top
                                    text: Format.aisles(department.modelData.aisles)
                                    color: department.tone
                                    font.pixelSize: Theme.tiny
                                    font.weight: Font.Medium
                                    horizontalAlignment: Text.AlignRight
                                    maximumLineCount: 2
                                }
                                Txt {
                                    anchors.bottom: parent.bottom
                                    width: parent.width
                                    text: Labels.department(department.modelData.id, department.modelData.name)
                                    font.pixelSize: Theme.small
                                    font.weight: Font.DemiBold
                                    maximumLineCount: 2
                                    // The same room in any script.
                                    lineHeight: Theme.small * 1.24
                                    lineHeightMode: Text.FixedHeight
                                }
                            }
                        }
                    }
                }
            }

            Column {
                width: parent.width
                visible: Store.popular.length > 0
                spacing: 12
                Section {
                    width: parent.width
                    title: qsTr("Popular now")
                }
                Shelf {
                    width: parent.width + 2 * Theme.margin
                    anchors.horizontalCenter: parent.horizontalCenter
                    inset: Theme.margin
                    cards: Store.popular
                    onChosen: sku => Nav.product(sku)
                }
            }

            Column {
                width: parent.width
                spacing: 12
                Section {
                    width: parent.width
                    title: qsTr("Ask me, for example")
                }
                Flow {
                    width: parent.width
                    spacing: 12
                    Repeater {
                        model: page.questions
                        Chip {
                            required property var modelData
                            text: qsTr(modelData[0])
                            glyph: modelData[1]
                            onClicked: page.enquire(Format.asked(modelData[0], text))
                        }
                    }
                }
            }
        }
    }
}
