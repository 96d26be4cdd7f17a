import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// English letters, with a row of digits: product names have many, and nobody looks for them in a shop.
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
        letters: "asdfghjkl"
        inset: 50
    }
    LowerRow {
        letters: "zxcvbnm"
    }
    LastRow {}
}
