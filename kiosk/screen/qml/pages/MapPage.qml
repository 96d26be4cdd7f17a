pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The whole shop, with the way to a bay or with every department by its aisles.
BasePage {
    id: page

    property string aisle: ""
    property string bay: ""

    name: "map"

    TopBar {
        id: head
        width: parent.width
        title: page.aisle ? Format.place(page) : qsTr("Store map")
        onBack: Nav.back()
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: layout.height + Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Grid {
            id: layout
            x: Theme.margin
            width: flick.width - 2 * Theme.margin
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gapLarge

            Sheet {
                width: Theme.wide ? layout.width * 0.64 : layout.width
                padding: 20
                FloorPlan {
                    width: parent.width
                    height: implicitHeight
                    aisle: page.aisle
                    bay: page.bay
                }
            }
            Sheet {
                width: Theme.wide ? layout.width * 0.36 - Theme.gapLarge : layout.width
                padding: 12
                Grid {
                    id: legend
                    width: parent.width
                    columns: Theme.wide ? 1 : 2
                    columnSpacing: 8
                    Repeater {
                        model: Store.departments
                        Press {
                            id: entry
                            required property var modelData
                            readonly property bool chosen: modelData.aisles.indexOf(page.aisle) >= 0
                            width: (legend.width - (legend.columns - 1) * 8) / legend.columns
                            padding: 0
                            leftPadding: 16
                            rightPadding: 16
                            fill: chosen ? Theme.primaryTint : "transparent"
                            fillPressed: Theme.primaryTint
                            text: Format.fill(qsTr("%1, %2"), modelData.name, Format.aisles(modelData.aisles))
                            onClicked: {
                                page.aisle = modelData.aisles.length > 0 ? modelData.aisles[0] : "";
                                page.bay = "";
                                flick.contentY = 0;
                            }
                            contentItem: Item {
                                Icon {
                                    id: sign
                                    anchors.verticalCenter: parent.verticalCenter
                                    glyph: Looks.icon(entry.modelData.id)
                                    ink: Looks.ink(entry.modelData.id)
                                    size: 44
                                }
                                Txt {
                                    anchors.left: sign.right
                                    anchors.leftMargin: 16
                                    anchors.right: aisles.left
                                    anchors.rightMargin: 10
                                    anchors.verticalCenter: parent.verticalCenter
                                    text: entry.modelData.name
                                    font.pixelSize: Theme.small
                                    font.weight: Font.Medium
                                    lineHeight: 0.95
                                    maximumLineCount: 2
                                }
                                Txt {
                                    id: aisles
                                    anchors.right: parent.right
                                    anchors.verticalCenter: parent.verticalCenter
                                    text: entry.modelData.aisles.join(", ")
                                    color: Theme.primary
                                    font.pixelSize: Theme.small
                                    font.weight: Font.Bold
                                    wrapMode: Text.NoWrap
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
