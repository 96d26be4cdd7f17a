pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"

// Covers all that shoppers see while the operator is at the kiosk.
Rectangle {
    id: page

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: Operator.inside ? inside : pin
    }

    Component {
        id: pin
        OperatorPin {}
    }
    Component {
        id: inside
        OperatorInside {}
    }
}
