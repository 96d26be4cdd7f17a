pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// The whole shop: the way to a bay, past everything on the list, or every department by its aisles; in words, too.
BasePage {
    id: page

    property string aisle: ""
    property string bay: ""
    readonly property bool listed: ShoppingList.stops.length > 0
    // What is shown: way, list or aisles.
    property string shows: "aisles"
    aloud: shows === "way" ? way.all : ""

    name: "map"
    onAisleChanged: choose()
    onBayChanged: choose()
    Component.onCompleted: choose()

    function choose() {
        shows = aisle && bay ? "way" : listed && !aisle ? "list" : "aisles";
        map.fit();
        flick.contentY = 0;
    }

    TopBar {
        id: head
        width: parent.width
        title: page.shows === "way" ? Format.place(page) : page.shows === "list" ? qsTr("The way along my list") : qsTr("Store map")
        onBack: Nav.back()
    }

    Sheet {
        id: sheet
        anchors.top: head.bottom
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: Theme.wide ? (page.width - 2 * Theme.margin) * 0.6 : page.width - 2 * Theme.margin
        height: Theme.wide ? page.height - head.height - Theme.margin : Math.min(map.implicitHeight + 2 * padding, (page.height - head.height) * 0.62)
        padding: 20
        MapView {
            id: map
            anchors.fill: parent
            aisle: page.shows === "list" ? "" : page.aisle
            bay: page.shows === "list" ? "" : page.bay
            stops: page.shows === "list" ? ShoppingList.stops : []
            route: page.shows === "list" ? ShoppingList.route : []
        }
    }

    Flickable {
        id: flick
        anchors.left: Theme.wide ? sheet.right : parent.left
        anchors.leftMargin: Theme.wide ? Theme.gapLarge : Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: Theme.wide ? head.bottom : sheet.bottom
        anchors.topMargin: Theme.wide ? 0 : Theme.gap
        anchors.bottom: parent.bottom
        contentHeight: panel.height + Theme.margin
        clip: true
        boundsBehavior: Flickable.DragOverBounds

        Column {
            id: panel
            width: flick.width
            spacing: Theme.gap

            Flow {
                width: parent.width
                spacing: Theme.gapSmall
                visible: page.bay !== "" || page.listed
                Chip {
                    visible: page.bay !== ""
                    glyph: "pin"
                    text: qsTr("The way")
                    chosen: page.shows === "way"
                    onClicked: page.shows = "way"
                }
                Chip {
                    visible: page.listed
                    glyph: "list"
                    text: qsTr("Along my list")
                    chosen: page.shows === "list"
                    onClicked: page.shows = "list"
                }
                Chip {
                    glyph: "map"
                    text: qsTr("All aisles")
                    chosen: page.shows === "aisles"
                    onClicked: page.shows = "aisles"
                }
            }
            Sheet {
                width: parent.width
                visible: page.shows === "way" && way.told.length > 0
                WayWords {
                    id: way
                    width: parent.width
                    aisle: page.aisle
                    bay: page.bay
                }
            }
            Sheet {
                width: parent.width
                visible: page.shows === "list"
                padding: Theme.gapSmall
                MapStops {
                    width: parent.width
                    onChosen: (aisle, bay) => {
                        page.aisle = aisle;
                        page.bay = bay;
                        page.choose();
                    }
                }
            }
            Sheet {
                width: parent.width
                visible: page.shows === "aisles"
                padding: Theme.gapSmall
                MapAisles {
                    width: parent.width
                    aisle: page.aisle
                    onChosen: aisle => {
                        page.bay = "";
                        page.aisle = aisle;
                    }
                }
            }
        }
    }
}
