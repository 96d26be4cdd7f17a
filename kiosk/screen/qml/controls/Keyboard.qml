import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
import Aislewise
import "../theme"

// The on-screen keyboard at the lower edge of its parent, or the letters for one switch; `shown` is how much of it can be
// seen, in pixels.
Item {
    id: keyboard

    readonly property bool up: panel.active
    readonly property real shown: height

    height: !panel.active ? 0 : pad.active ? pad.height : panel.height
    clip: true
    // Keys stand where they are on any keyboard of their language.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    visible: height > 0
    Behavior on height {
        NumberAnimation {
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken
    }
    InputPanel {
        id: panel
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 1300)
        visible: !pad.active
    }
    Loader {
        id: pad
        width: parent.width
        active: Brand.oneSwitch
        sourceComponent: LetterPad {}
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: Languages.keyboards
    }
    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: Languages.locale
    }
}
