pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Where a visit begins.
BasePage {
    id: page

    function toTop() {
        flick.contentY = 0;
    }

    name: "home"

    readonly property var questions: [
        [qsTr("When are you open?"), "clock"],
        [qsTr("Where are the restrooms?"), "info"],
        [qsTr("How do I return something?"), "repeat"],
        [qsTr("Do you deliver?"), "box"],
        [qsTr("Can I pay with my phone?"), "card"],
        [qsTr("Do you cut keys?"), "wrench"]
    ]

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.height + Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: column
            x: Theme.margin
            width: flick.width - 2 * Theme.margin
            spacing: Theme.gapLarge

            Item {
                width: parent.width
                height: 136
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - tools.width - Theme.gap
                    spacing: 2
                    Txt {
                        width: parent.width
                        text: Store.name
                        font.pixelSize: Theme.heading
                        font.weight: Font.Bold
                        maximumLineCount: 1
                        Accessible.role: Accessible.Heading
                    }
                    Txt {
                        width: parent.width
                        visible: text !== ""
                        text: Format.hours(Store.openUntil, Store.hoursKnown)
                        color: Theme.inkSoft
                        font.pixelSize: Theme.small
                        maximumLineCount: 1
                    }
                }
                Row {
                    id: tools
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 12
                    GlyphButton {
                        glyph: "text-size"
                        text: Theme.textScale < Theme.largestText ? qsTr("Larger text") : qsTr("Normal text")
                        fill: Theme.surface
                        fillPressed: Theme.primaryTint
                        edge: Theme.line
                        onClicked: {
                            if (Theme.textScale < Theme.largestText - 0.01)
                                Theme.larger();
                            else
                                Theme.textScale = 1.0;
                        }
                    }
                    GlyphButton {
                        glyph: "map"
                        text: qsTr("Store map")
                        fill: Theme.surface
                        fillPressed: Theme.primaryTint
                        edge: Theme.line
                        onClicked: Nav.map("")
                    }
                }
            }

            Rectangle {
                width: parent.width
                height: hero.height + 72
                radius: Theme.radiusLarge
                color: Theme.primary
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
                    readonly property real cell: Theme.wide ? (width - columnSpacing) / 2 : width
                    x: 40
                    y: 36
                    width: parent.width - 80
                    columns: Theme.wide ? 2 : 1
                    columnSpacing: 40
                    rowSpacing: 24
                    verticalItemAlignment: Grid.AlignVCenter
                    Column {
                        width: hero.cell
                        spacing: 16
                        Txt {
                            width: parent.width
                            text: qsTr("Hello! What are you looking for?")
                            color: Theme.inverse
                            font.pixelSize: Theme.title
                            font.weight: Font.Bold
                            lineHeight: 1.05
                            Accessible.role: Accessible.Heading
                        }
                        Row {
                            spacing: 14
                            Icon {
                                id: spark
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: "spark"
                                ink: Theme.heroSoft
                                size: 36
                            }
                            Txt {
                                anchors.verticalCenter: parent.verticalCenter
                                width: hero.cell - spark.width - 14
                                text: Store.hearing === "working" ? qsTr("I am an automated assistant. Type, or tap the microphone and talk.") : qsTr("I am an automated assistant. Type what you need, in your own words.")
                                color: Theme.heroSoft
                                font.pixelSize: Theme.small
                            }
                        }
                    }
                    Press {
                        width: hero.cell
                        height: 112
                        corner: 56
                        fill: Theme.surface
                        fillPressed: Theme.primaryTint
                        leftPadding: 36
                        text: qsTr("Search the store")
                        onClicked: Nav.search()
                        contentItem: Row {
                            spacing: 24
                            Icon {
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: "search"
                                ink: Theme.primary
                            }
                            Txt {
                                anchors.verticalCenter: parent.verticalCenter
                                text: qsTr("Search products and brands")
                                color: Theme.inkSoft
                                font.pixelSize: 34
                                font.weight: Font.Medium
                                wrapMode: Text.NoWrap
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
                    x: -Theme.margin
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
                    action: qsTr("Store map")
                    onActed: Nav.map("")
                }
                Grid {
                    id: grid
                    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
                    width: parent.width
                    columns: Theme.wide ? 6 : 3
                    columnSpacing: 16
                    rowSpacing: 16
                    Repeater {
                        model: Store.departments
                        Press {
                            id: department
                            required property var modelData
                            width: grid.cell
                            height: Math.max(168, 84 + Theme.small * 3.9)
                            padding: 20
                            text: Format.fill(qsTr("%1, %2"), modelData.name, Format.aisles(modelData.aisles))
                            fill: Looks.tint(modelData.id)
                            fillPressed: Qt.darker(fill, 1.07)
                            onClicked: Nav.department(modelData.id)
                            contentItem: Item {
                                Icon {
                                    glyph: Looks.icon(department.modelData.id)
                                    ink: Looks.ink(department.modelData.id)
                                    size: 56
                                }
                                Txt {
                                    anchors.right: parent.right
                                    anchors.top: parent.top
                                    text: Format.aisles(department.modelData.aisles)
                                    color: Looks.ink(department.modelData.id)
                                    font.pixelSize: Theme.tiny - 2
                                    font.weight: Font.Medium
                                    wrapMode: Text.NoWrap
                                }
                                Txt {
                                    anchors.bottom: parent.bottom
                                    width: parent.width
                                    text: department.modelData.name
                                    font.pixelSize: Theme.small
                                    font.weight: Font.DemiBold
                                    maximumLineCount: 2
                                    verticalAlignment: Text.AlignBottom
                                    lineHeight: 1.0
                                }
                            }
                        }
                    }
                }
            }

            Column {
                width: parent.width
                spacing: 12
                Section {
                    width: parent.width
                    title: qsTr("About the store")
                }
                Flow {
                    width: parent.width
                    spacing: 12
                    Repeater {
                        model: page.questions
                        Chip {
                            required property var modelData
                            text: modelData[0]
                            glyph: modelData[1]
                            onClicked: {
                                Nav.talk();
                                Talk.ask(modelData[0], "tapped");
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
                    title: qsTr("Popular here")
                }
                Shelf {
                    width: parent.width + 2 * Theme.margin
                    x: -Theme.margin
                    inset: Theme.margin
                    cards: Store.popular
                    onChosen: sku => Nav.product(sku)
                }
            }
        }
    }
}
