pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// The shop from above, its front at the lower edge: the kiosk, and the way to a bay with a pin.
Item {
    id: plan

    property string aisle: ""
    property string bay: ""

    readonly property var floor: Store.floor
    readonly property bool known: floor.fixtures !== undefined && floor.fixtures.length > 0
    readonly property var fixtures: known ? floor.fixtures : []
    readonly property int below: 36
    readonly property real unit: known ? Math.max(0, Math.min(width / floor.width, (height - below) / floor.depth)) : 0
    readonly property var target: fixtures.find(f => f.kind === "shelf" && f.aisle === aisle && f.bay === bay) ?? fixtures.find(f => f.kind === "shelf" && f.aisle === aisle) ?? null
    readonly property var corners: target ? Store.way(aisle, target.bay ?? "") : []
    readonly property var aisles: signs()
    readonly property var tints: shades()
    readonly property int signText: Math.max(15, Math.min(24, 1.6 * unit))

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
                found[aisle] = Qt.darker(Looks.tint(department.id), 1.12);
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

    implicitHeight: known ? width * floor.depth / floor.width + below : 400
    Accessible.role: Accessible.Graphic
    Accessible.name: target ? Format.fill(qsTr("Map of the store with the way to aisle %1, bay %2"), aisle, bay) : qsTr("Map of the store")

    Txt {
        anchors.centerIn: parent
        visible: !plan.known
        text: qsTr("The map is not here yet.")
        color: Theme.inkSoft
    }

    Rectangle {
        id: ground
        anchors.horizontalCenter: parent.horizontalCenter
        visible: plan.known
        width: plan.known ? plan.floor.width * plan.unit : 0
        height: plan.known ? plan.floor.depth * plan.unit : 0
        radius: 10
        color: "#FAF8F4"

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
                        if (plan.aisle === "")
                            return plan.tints[modelData.aisle] ?? "#DAD5C9";
                        return here ? "#9CC5B6" : "#DAD5C9";
                    case "wall":
                        return "#B9B3A5";
                    case "entrance":
                        return Theme.primaryTint;
                    case "checkout":
                        return "#CBD5E4";
                    case "restroom":
                        return "#D9E4EF";
                    default:
                        return "#EADFC8";
                    }
                }
                border.width: kind === "shelf" ? 1 : 0
                border.color: there ? Theme.offer : "#C9C3B5"

                Txt {
                    anchors.centerIn: parent
                    visible: ["service", "restroom", "checkout"].includes(fixture.kind) && parent.width > 3 * plan.signText
                    width: parent.width - 2
                    height: parent.height
                    text: fixture.modelData.label
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
                    color: "#330E5A4A"
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

        Icon {
            visible: plan.target !== null
            glyph: "pin-solid"
            ink: Theme.offer
            size: 64
            x: plan.target ? (plan.target.x + plan.target.width / 2) * plan.unit - width / 2 : 0
            y: plan.target ? ground.height - (plan.target.y + plan.target.height / 2) * plan.unit - height * 0.93 : 0
        }
    }
}
