pragma ComponentBehavior: Bound
import QtQuick
import "../theme"

// How many: minus, number, plus.
Row {
    id: stepper

    required property int value
    property int least: 1
    property int most: 99
    property string what: ""

    signal wanted(value: int)

    spacing: 4

    GlyphButton {
        glyph: "minus"
        iconSize: 34
        text: qsTr("One less of %1").arg(stepper.what)
        enabled: stepper.value > stepper.least
        fill: Theme.sunken
        fillPressed: Theme.line
        onClicked: stepper.wanted(stepper.value - 1)
    }
    Txt {
        anchors.verticalCenter: parent.verticalCenter
        width: 72
        text: stepper.value
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
    }
    GlyphButton {
        glyph: "plus"
        iconSize: 34
        text: qsTr("One more of %1").arg(stepper.what)
        enabled: stepper.value < stepper.most
        fill: Theme.sunken
        fillPressed: Theme.line
        onClicked: stepper.wanted(stepper.value + 1)
    }
}
