pragma Singleton
import QtQuick
import Aislewise

// Colours, sizes and motion of the whole screen, from the store's theme. Sizes are those of a 1080x1920 panel; the
// window scales them.
QtObject {
    id: theme

    // Set by the window: wider than tall; nothing moves for pictures; how much the stage is scaled.
    property bool wide: false
    property bool frozen: false
    property real stageScale: 1.0

    // What a shopper may choose, until they leave.
    property string chosenLook: ""
    property real textScale: 1.0
    property bool reach: Brand.reach
    property bool calmer: Brand.still

    readonly property bool still: frozen || calmer
    readonly property string look: chosenLook || Brand.look
    readonly property var colours: Brand.looks[look]
    readonly property string family: Brand.family

    // Surfaces and lines.
    readonly property color paper: colours.paper
    readonly property color surface: colours.surface
    readonly property color sunken: colours.sunken
    readonly property color line: colours.line
    readonly property color scrim: Qt.alpha(colours.shade, 0.7)

    // Text on paper, surface and sunken.
    readonly property color ink: colours.ink
    readonly property color inkSoft: colours.inkSoft

    // The store's colour: `inverse` is the text on it, as on every strong colour.
    readonly property color primary: colours.primary
    readonly property color primaryDeep: colours.primaryDeep
    readonly property color primaryTint: colours.primaryTint
    readonly property color inverse: colours.inverse
    // Large areas in the store's colour, the text on them, and what shimmers on them.
    readonly property color hero: colours.hero
    readonly property color heroInk: colours.heroInk
    readonly property color heroSoft: colours.heroSoft
    readonly property color gloss: look === "contrast" ? "transparent" : Qt.alpha(colours.heroInk, 0.06)
    // The microphone is open for the shopper.
    readonly property color live: colours.live
    readonly property color liveHalo: colours.liveHalo

    // Meanings: each with the tint it stands on.
    readonly property color offer: colours.offer
    readonly property color offerTint: colours.offerTint
    readonly property color good: colours.good
    readonly property color goodTint: colours.goodTint
    readonly property color warn: colours.warn
    readonly property color warnTint: colours.warnTint
    readonly property color danger: colours.danger
    readonly property color dangerDeep: colours.dangerDeep
    readonly property color dangerTint: colours.dangerTint

    // The ring around what a key would press.
    readonly property color focus: colours.focus

    // The floor plan.
    readonly property color floor: colours.floor
    readonly property color shelving: colours.shelving
    readonly property color shelvingHere: colours.shelvingHere
    readonly property color walls: colours.walls
    readonly property color fixture: colours.fixture

    // Type scale, pixels.
    readonly property int display: Math.round(Brand.sizes.display * textScale)
    readonly property int title: Math.round(Brand.sizes.title * textScale)
    readonly property int heading: Math.round(Brand.sizes.heading * textScale)
    readonly property int body: Math.round(Brand.sizes.body * textScale)
    readonly property int small: Math.round(Brand.sizes.small * textScale)
    readonly property int tiny: Math.round(Brand.sizes.tiny * textScale)

    // Distances, pixels.
    readonly property int gapSmall: Brand.sizes.gapSmall
    readonly property int gap: Brand.sizes.gap
    readonly property int gapLarge: Brand.sizes.gapLarge
    readonly property int margin: Brand.sizes.margin + (wide ? 8 : 0)
    readonly property int touch: Brand.sizes.touch
    readonly property int bar: 136
    readonly property int rail: 208

    readonly property int radiusSmall: Brand.sizes.radiusSmall
    readonly property int radius: Brand.sizes.radius
    readonly property int radiusLarge: Brand.sizes.radiusLarge

    // Motion, milliseconds.
    readonly property int quick: still ? 0 : Brand.sizes.quick
    readonly property int calm: still ? 0 : Brand.sizes.calm
    readonly property int slow: still ? 0 : Brand.sizes.slow

    readonly property real largestText: 2.0
    readonly property real textStep: 0.25

    // Breakpoints of text: at `large` rows of short facts break, at `huge` what stands side by side goes below each other.
    readonly property bool large: textScale > 1.1
    readonly property bool huge: textScale > 1.6
    // Half a landscape panel: what stands below each other elsewhere stands side by side, and nothing is there to adorn.
    readonly property bool low: wide && reach

    // A product's tile: its picture, then two lines of name, brand and size, price, unit price, stock and aisle.
    readonly property int tileFoot: Math.round(tiny * 1.25 * (large ? 2 : 1) + (large ? 6 : 0))

    function tileHeight(picture: int): int {
        return Math.round(picture + 64 + small * 2.5 + tiny * 2.7 + heading * 1.3 + tileFoot);
    }

    // How many columns of at least `least` pixels (at normal text) fit in a width.
    function columns(width: real, least: real): int {
        return Math.max(1, Math.floor((width + gap) / (least * (1 + (textScale - 1) * 0.6) + gap)));
    }

    function larger() {
        textScale = Math.min(largestText, textScale + textStep);
    }

    function smaller() {
        textScale = Math.max(1.0, textScale - textStep);
    }

    // As the store set it up, for the next shopper.
    function reset() {
        chosenLook = "";
        textScale = 1.0;
        reach = Brand.reach;
        calmer = Brand.still;
    }

    // RRGGBB, as the icons want it.
    function hex(colour: color): string {
        return colour.toString().slice(-6);
    }
}
