pragma ComponentBehavior: Bound
import QtQuick
import Aislewise
import "../theme"
import "../controls"

// Before anything is asked: what others like, and the departments.
Flickable {
    id: start

    contentHeight: column.height + Theme.margin
    clip: true
    Column {
        id: column
        x: Theme.margin
        width: start.width - 2 * Theme.margin
        spacing: 12
        ProductOthers {
            width: parent.width
            title: qsTr("Popular here")
            cards: Store.popular
        }
        Section {
            width: parent.width
            visible: Store.departments.length > 0
            title: qsTr("Departments")
        }
        Flow {
            width: parent.width
            spacing: 10
            Repeater {
                model: Store.departments
                Chip {
                    required property var modelData
                    text: Labels.department(modelData.id, modelData.name)
                    glyph: Looks.icon(modelData.id)
                    onClicked: Nav.department(modelData.id)
                }
            }
        }
    }
}
