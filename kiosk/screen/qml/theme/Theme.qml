pragma Singleton
import QtQuick

// Colours, sizes and motion of the whole screen. Sizes are those of a 1080x1920 panel; the window scales them.
QtObject {
    // Set by the window.
    property bool wide: false
    property bool still: false
    property real textScale: 1.0
    property real stageScale: 1.0

    readonly property string family: "Inter"

    // Surfaces and lines.
    readonly property color paper: "#F5F3EE"
    readonly property color surface: "#FFFFFF"
    readonly property color sunken: "#ECE9E2"
    readonly property color line: "#DFDBD2"
    readonly property color scrim: "#B3141E1B"

    // Text. Each keeps at least 4.5:1 on paper, surface and sunken.
    readonly property color ink: "#17211E"
    readonly property color inkSoft: "#4A5753"

    // The store's colour.
    readonly property color primary: "#0E5A4A"
    readonly property color primaryDeep: "#0A4237"
    readonly property color primaryTint: "#DCEBE5"
    // The microphone is open for the shopper.
    readonly property color live: "#0A7F57"
    readonly property color liveHalo: "#7CDDB5"
    readonly property color inverse: "#FFFFFF"
    readonly property color inverseSoft: "#D3E7DF"

    // Meanings: each with the tint it stands on.
    readonly property color offer: "#A8320B"
    readonly property color offerTint: "#FBE5DA"
    readonly property color good: "#1B6639"
    readonly property color goodTint: "#DDEFE2"
    readonly property color warn: "#7A4D00"
    readonly property color warnTint: "#FBEFCF"
    readonly property color danger: "#AD1F1A"
    readonly property color dangerDeep: "#861713"
    readonly property color dangerTint: "#FBE3E0"

    // Type scale, pixels.
    readonly property int display: Math.round(84 * textScale)
    readonly property int title: Math.round(52 * textScale)
    readonly property int heading: Math.round(38 * textScale)
    readonly property int body: Math.round(30 * textScale)
    readonly property int small: Math.round(26 * textScale)
    readonly property int tiny: Math.round(23 * textScale)

    // Distances, pixels.
    readonly property int gapSmall: 8
    readonly property int gap: 16
    readonly property int gapLarge: 28
    readonly property int margin: wide ? 48 : 40
    readonly property int touch: 96
    readonly property int bar: 136

    readonly property int radiusSmall: 14
    readonly property int radius: 22
    readonly property int radiusLarge: 32

    // Motion, milliseconds.
    readonly property int quick: still ? 0 : 120
    readonly property int calm: still ? 0 : 220
    readonly property int slow: still ? 0 : 600

    readonly property real largestText: 1.4
    readonly property real textStep: 0.2

    // A product's tile: its picture, then two lines of name, brand and size, price, unit price, stock and aisle.
    readonly property bool large: textScale > 1.1
    readonly property int tileFoot: Math.round(tiny * 1.25 * (large ? 2 : 1) + (large ? 6 : 0))

    function tileHeight(picture: int): int {
        return Math.round(picture + 64 + small * 2.5 + tiny * 2.7 + heading * 1.3 + tileFoot);
    }

    function larger() {
        textScale = Math.min(largestText, textScale + textStep);
    }

    function smaller() {
        textScale = Math.max(1.0, textScale - textStep);
    }

    // RRGGBB, as the icons want it.
    function hex(colour: color): string {
        return colour.toString().slice(-6);
    }
}
