import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import ".."

// Digits and signs, for every language.
KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    LetterRow {
        letters: "1234567890"
    }
    LetterRow {
        letters: "$€%&@#*()+"
    }
    LetterRow {
        letters: ".,?!-/:\"¿¡"
    }
    KeyboardRow {
        FillerKey {
            weight: 850
        }
        BackspaceKey {
            weight: 150
        }
    }
    LastRow {
        change: qsTr("abc")
    }
}
