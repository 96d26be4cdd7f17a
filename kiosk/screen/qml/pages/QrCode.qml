pragma ComponentBehavior: Bound
import QtQuick

// A QR code from its rows of 0 and 1, with the light margin of four modules that scanners need.
Canvas {
    id: code

    required property var rows

    onRowsChanged: requestPaint()
    onWidthChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        // Whole pixels, so that every module is as large as the next.
        const module = Math.floor(width / (rows.length + 8));
        const margin = Math.floor((width - module * rows.length) / 2);
        pen.fillStyle = "black";
        rows.forEach((row, y) => {
            for (let x = 0; x < row.length; ++x) {
                if (row[x] === "1")
                    pen.fillRect(margin + x * module, margin + y * module, module, module);
            }
        });
    }
}
