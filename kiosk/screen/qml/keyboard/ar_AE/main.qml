import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// Arabic letters, and the digits of price labels.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Arabic
    keyWeight: 100

    LetterRow {
        letters: "1234567890"
    }
    LetterRow {
        letters: "ضصثقفغعهخحج"
    }
    LetterRow {
        letters: "شسيبلاتنمكط"
    }
    LowerRow {
        letters: "ذءؤرىةوزظد"
        cased: false
    }
    LastRow {
        sign: "؟"
    }
}
