pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// The shop from above, its front at the lower edge: the kiosk, and the way to a bay with a pin, or past several stops.
Item {
    id: plan

    property string aisle: ""
    property string bay: ""
    // A walk of the caller's own past numbered stops: their aisle, bay and number.
    property var stops: []
    property var route: []

    readonly property var floor: Store.floor
    readonly property bool known: floor.fixtures !== undefined && floor.fixtures.length > 0
    readonly property var fixtures: known ? floor.fixtures : []
    readonly property int below: 36
    readonly property real unit: known ? Math.max(0, Math.min(width / floor.width, (height - below) / floor.depth)) : 0
    readonly property var target: aisle === "" ? null : fixtures.find(f => f.kind === "shelf" && f.aisle === aisle && f.bay === bay) ?? fixtures.find(f => f.kind === "shelf" && f.aisle === aisle) ?? null
    readonly property var corners: target ? Store.way(aisle, target.bay ?? "") : route
    readonly property var marks: target ? [] : stops.map(stop => ({
                "number": stop.number,
                "at": fixtures.find(f => f.aisle === stop.aisle && f.bay === stop.bay) ?? null
            })).filter(mark => mark.at !== null)
    readonly property var aisles: signs()
    readonly property var tints: shades()
    readonly property int signText: Math.max(15, Math.min(24, 1.6 * unit))

    // Where the tip of the pin is.
    readonly property point pin: target ? Qt.point(ground.x + (target.x + target.width / 2) * unit, ground.y + ground.height - (target.y + target.height / 2) * unit) : Qt.point(0, 0)

    // One sign an aisle, in the walkway before its front end.
    function signs(): var {
        const found = ({});
        for (const f of fixtures) {
            if (f.kind !== "shelf" || !f.aisle)
                continue;
            const box = found[f.aisle] ?? {
                "aisle": f.aisle,
                "left": f.x,
                "right": f.x + f.width,
                "front": f.y
            };
            box.left = Math.min(box.left, f.x);
            box.right = Math.max(box.right, f.x + f.width);
            box.front = Math.min(box.front, f.y);
            found[f.aisle] = box;
        }
        return Object.values(found);
    }

    // Colour of each aisle by its department.
    function shades(): var {
        const found = ({});
        for (const department of Store.departments) {
            for (const aisle of department.aisles)
                found[aisle] = Theme.look === "light" ? Qt.darker(Looks.tint(department.id), 1.12) : Looks.tint(department.id);
        }
        return found;
    }

    // The walk as footsteps, metres.
    function steps(): var {
        const result = [];
        // Before the page is laid out there is no scale yet.
        if (unit < 0.5)
            return result;
        const stride = 13 / unit;
        let carry = stride;
        for (let i = 1; i < corners.length; ++i) {
            const a = corners[i - 1];
            const b = corners[i];
            const length = Math.hypot(b.x - a.x, b.y - a.y);
            let at = carry;
            for (; at <= length; at += stride)
                result.push({
                    "x": a.x + (b.x - a.x) * at / length,
                    "y": a.y + (b.y - a.y) * at / length
                });
            carry = at - length;
        }
        return result;
    }

    // How tall the whole plan is at a width.
    function heightFor(width: real): real {
        return known ? width * floor.depth / floor.width + below : 400;
    }

    // Left in the store is left in every language.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    implicitHeight: heightFor(width)
    Accessible.role: Accessible.Graphic
    Accessible.name: {
        if (marks.length > 0)
            return qsTr("Map of the store with the way past everything on your list");
        if (target === null)
            return qsTr("Map of the store");
        return bay ? Format.fill(qsTr("Map of the store with the way to aisle %1, bay %2"), aisle, bay) : qsTr("Map of the store with the way to aisle %1").arg(aisle);
    }

    Txt {
        anchors.centerIn: parent
        visible: !plan.known
        text: qsTr("The map is not here yet.")
        color: Theme.inkSoft
    }

    Rectangle {
        id: ground
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (plan.height - plan.below - height) / 2)
        visible: plan.known
        width: plan.known ? plan.floor.width * plan.unit : 0
        height: plan.known ? plan.floor.depth * plan.unit : 0
        radius: 10
        color: Theme.floor

        Repeater {
            model: plan.fixtures
            Rectangle {
                id: fixture
                required property var modelData
                readonly property bool here: modelData.kind === "shelf" && plan.aisle !== "" && modelData.aisle === plan.aisle
                readonly property bool there: plan.target !== null && modelData.id === plan.target.id
                readonly property string kind: modelData.kind

                x: modelData.x * plan.unit
                y: ground.height - (modelData.y + modelData.height) * plan.unit
                width: Math.max(2, modelData.width * plan.unit)
                height: Math.max(2, modelData.height * plan.unit)
                visible: kind !== "kiosk"
                radius: kind === "wall" ? 0 : 4
                color: {
                    switch (kind) {
                    case "shelf":
                        if (there)
                            return Theme.offer;
                        if (plan.aisle === "" && plan.marks.length === 0)
                            return plan.tints[modelData.aisle] ?? Theme.shelving;
                        return here ? Theme.shelvingHere : Theme.shelving;
                    case "wall":
                        return Theme.walls;
                    case "entrance":
                        return Theme.primaryTint;
                    case "checkout":
                        return Theme.fixture;
                    case "restroom":
                        return Theme.fixture;
                    default:
                        return Theme.fixture;
                    }
                }
                border.width: kind === "shelf" ? 1 : 0
                border.color: there ? Theme.offer : Theme.line

                Txt {
                    anchors.centerIn: parent
                    visible: ["service", "restroom", "checkout"].includes(fixture.kind) && parent.width > 3 * plan.signText
                    width: parent.width - 2
                    height: parent.height
                    text: fixture.modelData.label
                    // Nothing rather than half a word.
                    opacity: contentWidth <= width && contentHeight <= height ? 1 : 0
                    font.pixelSize: plan.signText
                    fontSizeMode: Text.Fit
                    minimumPixelSize: 11
                    color: Theme.inkSoft
                    font.weight: Font.Medium
                    wrapMode: Text.WordWrap
                    elide: Text.ElideNone
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
                Txt {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: parent.bottom
                    anchors.topMargin: 4
                    visible: fixture.kind === "entrance"
                    text: fixture.modelData.label
                    font.pixelSize: plan.signText
                    color: Theme.primaryDeep
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }

        Repeater {
            model: plan.corners.length > 1 ? plan.steps() : []
            Rectangle {
                required property var modelData
                x: modelData.x * plan.unit - width / 2
                y: ground.height - modelData.y * plan.unit - height / 2
                width: 7
                height: 7
                radius: 3.5
                color: Theme.primary
            }
        }

        Repeater {
            model: plan.aisles
            Rectangle {
                id: sign
                required property var modelData
                readonly property bool here: modelData.aisle === plan.aisle
                width: Math.max(height, number.implicitWidth + 10)
                height: plan.signText * 1.5
                x: (modelData.left + modelData.right) / 2 * plan.unit - width / 2
                y: ground.height - modelData.front * plan.unit + 4
                radius: height / 2
                color: here ? Theme.primary : "transparent"
                Txt {
                    id: number
                    anchors.centerIn: parent
                    text: sign.modelData.aisle
                    color: sign.here ? Theme.inverse : Theme.inkSoft
                    font.pixelSize: plan.signText
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }

        Repeater {
            model: plan.fixtures.filter(f => f.id === plan.floor.here)
            Item {
                id: spot
                required property var modelData
                x: (modelData.x + modelData.width / 2) * plan.unit
                y: ground.height - (modelData.y + modelData.height / 2) * plan.unit
                Rectangle {
                    anchors.centerIn: parent
                    width: 44
                    height: 44
                    radius: 22
                    color: Qt.alpha(Theme.primary, 0.2)
                }
                Rectangle {
                    anchors.centerIn: parent
                    width: 24
                    height: 24
                    radius: 12
                    color: Theme.primary
                    border.width: 4
                    border.color: Theme.surface
                }
                Rectangle {
                    readonly property bool beneath: ground.height - spot.y > 60
                    x: beneath ? Math.max(-width / 2, 4 - spot.x) : 20
                    y: beneath ? 26 : -height / 2
                    width: hereText.implicitWidth + 16
                    height: hereText.implicitHeight + 6
                    radius: 8
                    color: Theme.primary
                    Txt {
                        id: hereText
                        anchors.centerIn: parent
                        text: qsTr("You are here")
                        color: Theme.inverse
                        font.pixelSize: plan.signText
                        font.weight: Font.DemiBold
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }

        Repeater {
            model: plan.marks
            Rectangle {
                id: stop
                required property var modelData
                x: (modelData.at.x + modelData.at.width / 2) * plan.unit - width / 2
                y: ground.height - (modelData.at.y + modelData.at.height / 2) * plan.unit - height / 2
                width: Math.max(height, stopNumber.implicitWidth + 16)
                height: stopNumber.implicitHeight + 8
                radius: height / 2
                color: Theme.offer
                border.width: 2
                border.color: Theme.floor
                Txt {
                    id: stopNumber
                    anchors.centerIn: parent
                    text: stop.modelData.number
                    color: Theme.inverse
                    font.pixelSize: Math.max(22, plan.signText)
                    font.weight: Font.Bold
                    wrapMode: Text.NoWrap
                }
            }
        }

        Icon {
            visible: plan.target !== null
            glyph: "pin-solid"
            ink: Theme.offer
            size: 64
            x: plan.pin.x - ground.x - width / 2
            y: plan.pin.y - ground.y - height * 0.93
        }
    }
}
