import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// French letters, the accents that words begin to differ by among them.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    LetterRow {
        letters: "1234567890"
    }
    LetterRow {
        letters: "azertyuiop"
    }
    LetterRow {
        letters: "qsdfghjklm"
    }
    LowerRow {
        letters: "wxcvbnéèç"
        ends: 100
    }
    LastRow {}
}
