import QtQuick

// A sentence on how things stand, there as long as there is something to say.
Txt {
    width: parent ? parent.width : 0
    visible: text !== ""
    font.weight: Font.DemiBold
}
