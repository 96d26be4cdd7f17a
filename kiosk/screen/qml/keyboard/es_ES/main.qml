import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// Spanish letters.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    LetterRow {
        letters: "1234567890"
    }
    LetterRow {
        letters: "qwertyuiop"
    }
    LetterRow {
        letters: "asdfghjklñ"
    }
    LowerRow {
        letters: "zxcvbnm"
    }
    LastRow {}
}
