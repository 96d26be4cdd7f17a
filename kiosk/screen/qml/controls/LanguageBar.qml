pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// The languages of the kiosk, each by the name its speakers give it; nothing where there is only one.
Flow {
    id: bar

    // On large areas in the store's colour.
    property bool onHero: false

    readonly property bool many: Languages.offered.length > 1
    // As wide as all in one row.
    readonly property real natural: {
        let all = -spacing;
        for (let at = 0; at < keys.count; at++)
            all += (keys.itemAt(at)?.width ?? 0) + spacing;
        return Math.max(0, all);
    }

    signal chosen(code: string)

    visible: many
    spacing: 12

    Repeater {
        id: keys
        model: Languages.offered
        Press {
            id: key
            required property var modelData
            readonly property bool now: modelData.code === Languages.code
            readonly property color ink: now ? (bar.onHero ? Theme.hero : Theme.inverse) : bar.onHero ? Theme.heroInk : Theme.ink

            text: modelData.name
            topInset: 8
            bottomInset: 8
            leftPadding: 30
            rightPadding: 30
            corner: height / 2
            fill: now ? (bar.onHero ? Theme.heroInk : Theme.primary) : "transparent"
            fillPressed: bar.onHero ? Theme.gloss : Theme.primaryTint
            edge: bar.onHero ? Theme.heroInk : Theme.line
            Accessible.role: Accessible.RadioButton
            Accessible.checked: now
            onClicked: bar.chosen(modelData.code)

            contentItem: Words {
                text: key.text
                color: key.ink
                font.pixelSize: Math.min(Theme.small, 44)
                font.weight: Font.DemiBold
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
