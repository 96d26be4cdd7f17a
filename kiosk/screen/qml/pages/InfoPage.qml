pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The store itself: when it is open, where it is, its rules and services, and what this kiosk does with what one says.
BasePage {
    id: page

    readonly property var info: Store.info
    readonly property bool known: info.name !== undefined
    // Monday is 0.
    readonly property int today: (new Date(Store.now()).getDay() + 6) % 7
    // The service that is open, by its place in the list.
    property int opened: -1

    function times(day: var): string {
        if (!day.opens)
            return qsTr("Closed");
        return day.opens === day.closes ? qsTr("Day and night") : Format.fill(qsTr("%1 to %2", "from a time to a time"), Format.clock(day.opens), Format.clock(day.closes));
    }

    name: "info"
    Component.onCompleted: Store.learn()

    TopBar {
        id: top
        width: parent.width
        title: qsTr("About the store")
        onBack: Nav.back()
    }
    Flickable {
        id: flick
        anchors.top: top.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: grid.height + Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Grid {
            id: grid
            readonly property bool beside: Theme.wide && !Theme.huge
            readonly property real cell: beside ? (width - columnSpacing) / 2 : width
            x: Theme.margin
            width: flick.width - 2 * Theme.margin
            columns: beside ? 2 : 1
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gapLarge

            Column {
                width: grid.cell
                spacing: Theme.gapLarge

                Sheet {
                    width: parent.width
                    Column {
                        width: parent.width
                        spacing: Theme.gap
                        StoreMark {
                            width: parent.width
                            size: Theme.heading
                            ink: Theme.ink
                        }
                        Txt {
                            width: parent.width
                            visible: text !== ""
                            text: Format.hours(Store.openUntil, Store.hoursKnown, Store.opensAt)
                            color: Theme.primary
                            font.weight: Font.DemiBold
                        }
                        Repeater {
                            model: page.known ? page.info.hours : []
                            Item {
                                id: row
                                required property var modelData
                                readonly property bool now: modelData.weekday === page.today
                                width: parent ? parent.width : 0
                                height: Math.max(day.implicitHeight, hours.implicitHeight)
                                Txt {
                                    id: day
                                    anchors.left: parent.left
                                    width: parent.width * 0.45
                                    text: Format.weekday(row.modelData.weekday)
                                    font.pixelSize: Theme.small
                                    font.weight: row.now ? Font.Bold : Font.Normal
                                }
                                Txt {
                                    id: hours
                                    anchors.right: parent.right
                                    width: parent.width * 0.55
                                    text: page.times(row.modelData)
                                    font.pixelSize: Theme.small
                                    font.weight: row.now ? Font.Bold : Font.Normal
                                    horizontalAlignment: Text.AlignRight
                                }
                            }
                        }
                    }
                }
                Sheet {
                    width: parent.width
                    visible: page.known && (page.info.address !== "" || page.info.phone !== "")
                    Column {
                        width: parent.width
                        spacing: Theme.gap
                        Repeater {
                            model: page.known ? [["pin", page.info.address], ["phone", page.info.phone]].filter(line => line[1]) : []
                            Row {
                                id: line
                                required property var modelData
                                width: parent ? parent.width : 0
                                spacing: Theme.gap
                                Icon {
                                    id: sign
                                    glyph: line.modelData[0]
                                    ink: Theme.primary
                                }
                                Txt {
                                    anchors.verticalCenter: parent.verticalCenter
                                    width: parent.width - sign.width - Theme.gap
                                    text: line.modelData[1]
                                    font.pixelSize: Theme.small
                                }
                            }
                        }
                        PushButton {
                            width: parent.width
                            glyph: "map"
                            text: qsTr("Store map")
                            onClicked: Nav.map("")
                        }
                    }
                }
                Sheet {
                    width: parent.width
                    Column {
                        width: parent.width
                        spacing: Theme.gap
                        Txt {
                            width: parent.width
                            text: qsTr("This kiosk and you")
                            font.pixelSize: Theme.body
                            font.weight: Font.Bold
                            Accessible.role: Accessible.Heading
                        }
                        Txt {
                            width: parent.width
                            text: qsTr("I am an automated assistant, not a person. What you say is worked out on this machine; no sound is kept or sent away. When you leave I forget your questions and your list.")
                            color: Theme.inkSoft
                            font.pixelSize: Theme.small
                        }
                        PushButton {
                            width: parent.width
                            kind: "plain"
                            glyph: "trash"
                            text: qsTr("Forget everything now")
                            onClicked: Shopper.leave()
                        }
                    }
                }
            }
            Column {
                width: grid.cell
                visible: page.known && page.info.services.length > 0
                spacing: 12
                Section {
                    width: parent.width
                    title: qsTr("Good to know")
                }
                Repeater {
                    model: page.known ? page.info.services : []
                    Press {
                        id: service
                        required property var modelData
                        required property int index
                        readonly property bool unfolded: page.opened === index
                        width: parent ? parent.width : 0
                        padding: 24
                        text: modelData.title
                        fill: Theme.surface
                        fillPressed: Theme.primaryTint
                        edge: unfolded ? Theme.primary : Theme.line
                        Accessible.description: unfolded ? modelData.text : ""
                        onClicked: page.opened = unfolded ? -1 : index
                        contentItem: Item {
                            implicitHeight: texts.implicitHeight
                            Column {
                                id: texts
                                anchors.left: parent.left
                                anchors.right: fold.left
                                anchors.rightMargin: Theme.gap
                                anchors.verticalCenter: parent.verticalCenter
                                spacing: 10
                                Txt {
                                    width: parent.width
                                    text: service.modelData.title
                                    font.pixelSize: Theme.small
                                    font.weight: Font.DemiBold
                                }
                                Txt {
                                    width: parent.width
                                    visible: service.unfolded
                                    text: service.modelData.text
                                    font.pixelSize: Theme.small
                                }
                            }
                            Icon {
                                id: fold
                                anchors.right: parent.right
                                anchors.verticalCenter: parent.verticalCenter
                                glyph: service.unfolded ? "minus" : "plus"
                                ink: Theme.primary
                                size: 36
                            }
                        }
                    }
                }
            }
        }
    }
}
