import QtQuick
import QtQuick.VirtualKeyboard.Components
import Aislewise

// The lowest row of every keyboard.
KeyboardRow {
    id: row

    property string change: "?&%"
    property string sign: "'"

    SymbolModeKey {
        weight: 150
        displayText: row.change
    }
    ChangeLanguageKey {
        visible: Languages.keyboards.length > 1
        weight: 120
    }
    HideKeyboardKey {
        weight: 150
    }
    SpaceKey {
        weight: 400
    }
    Key {
        text: row.sign
    }
    EnterKey {
        weight: 200
    }
}
