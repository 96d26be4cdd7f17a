import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// German letters.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    LetterRow {
        letters: "1234567890"
    }
    LetterRow {
        letters: "qwertzuiopü"
    }
    LetterRow {
        letters: "asdfghjklöä"
    }
    LowerRow {
        letters: "yxcvbnmß"
        ends: 150
    }
    LastRow {}
}
