pragma ComponentBehavior: Bound
import QtQuick
import "../theme"
import "../controls"

// The floor plan to be looked at closely: by pinching and dragging, and by a button for each.
Item {
    id: map

    property string aisle: ""
    property string bay: ""
    property var stops: []
    property var route: []
    readonly property real largest: 6
    readonly property real step: 1.5
    property real zoom: 1

    // Make it larger or smaller around a point of the view, which stays where it is.
    function scaleTo(wanted: real, x: real, y: real) {
        const next = Math.max(1, Math.min(largest, wanted));
        const ratio = next / zoom;
        const left = (view.contentX + x) * ratio - x;
        const top = (view.contentY + y) * ratio - y;
        zoom = next;
        view.contentX = within(left, view.contentWidth - view.width);
        view.contentY = within(top, view.contentHeight - view.height);
    }

    function move(x: int, y: int) {
        view.contentX = within(view.contentX + x * view.width * 0.4, view.contentWidth - view.width);
        view.contentY = within(view.contentY + y * view.height * 0.4, view.contentHeight - view.height);
    }

    function within(value: real, most: real): real {
        return Math.max(0, Math.min(Math.max(0, most), value));
    }

    function fit() {
        zoom = 1;
        view.contentX = 0;
        view.contentY = 0;
    }

    // Of the view: where the pin is if it is to be seen, else the middle.
    function centre(): point {
        const pin = plan.mapToItem(view, plan.pin.x, plan.pin.y);
        const seen = plan.target !== null && pin.x >= 0 && pin.x <= view.width && pin.y >= 0 && pin.y <= view.height;
        return seen ? pin : Qt.point(view.width / 2, view.height / 2);
    }

    function larger(factor: real) {
        const at = centre();
        scaleTo(zoom * factor, at.x, at.y);
    }

    implicitHeight: plan.heightFor(width) + tools.height + Theme.gap

    Flickable {
        id: view
        anchors.left: parent.left
        anchors.right: Theme.reach ? tools.left : parent.right
        anchors.rightMargin: Theme.reach ? Theme.gap : 0
        anchors.top: parent.top
        anchors.bottom: Theme.reach ? parent.bottom : tools.top
        anchors.bottomMargin: Theme.reach ? 0 : Theme.gap
        contentWidth: width * map.zoom
        contentHeight: height * map.zoom
        interactive: map.zoom > 1
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        FloorPlan {
            id: plan
            width: view.contentWidth
            height: view.contentHeight
            aisle: map.aisle
            bay: map.bay
            stops: map.stops
            route: map.route
        }
    }
    PinchHandler {
        id: pinch
        property real before: 1
        target: null
        onActiveChanged: {
            if (active)
                before = map.zoom;
        }
        onActiveScaleChanged: {
            if (active)
                map.scaleTo(before * activeScale, centroid.position.x, centroid.position.y);
        }
    }

    Flow {
        id: tools
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        // A block of three beside a low plan.
        width: Theme.reach ? 3 * Theme.touch + 2 * spacing : parent.width
        spacing: Theme.gapSmall

        MapTool {
            glyph: "minus"
            text: qsTr("Smaller")
            enabled: map.zoom > 1
            onClicked: map.larger(1 / map.step)
        }
        MapTool {
            glyph: "plus"
            text: qsTr("Larger")
            enabled: map.zoom < map.largest
            onClicked: map.larger(map.step)
        }
        MapTool {
            glyph: "fit"
            text: qsTr("The whole store")
            enabled: map.zoom > 1
            onClicked: map.fit()
        }
        MapTool {
            glyph: "up"
            text: qsTr("To the left")
            enabled: view.contentX > 0.5
            rotation: -90
            onClicked: map.move(-1, 0)
        }
        MapTool {
            glyph: "up"
            text: qsTr("To the right")
            enabled: view.contentX < view.contentWidth - view.width - 0.5
            rotation: 90
            onClicked: map.move(1, 0)
        }
        MapTool {
            glyph: "up"
            text: qsTr("Up")
            enabled: view.contentY > 0.5
            onClicked: map.move(0, -1)
        }
        MapTool {
            glyph: "up"
            text: qsTr("Down")
            enabled: view.contentY < view.contentHeight - view.height - 0.5
            rotation: 180
            onClicked: map.move(0, 1)
        }
    }

    component MapTool: GlyphButton {
        fill: Theme.sunken
        fillPressed: Theme.primaryTint
    }
}
