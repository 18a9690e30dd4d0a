package letter

import (
	"fmt"

	"rsc.io/qr"
)

// qrCode draws a QR code as rectangles of one path, so that no seams show at any size.
func qrCode(s string, side float64) (art, error) {
	code, err := qr.Encode(s, qr.M)
	if err != nil {
		return art{}, fmt.Errorf("encode qr of %d bytes: %w", len(s), err)
	}
	var ops graphics
	ops.fill(0)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			start := x
			for code.Black(x, y) {
				x++
			}
			if x > start {
				ops.printf("%d %d %d 1 re\n", start, code.Size-1-y, x-start)
			}
		}
	}
	ops.printf("f\n")
	modules := float64(code.Size)
	return art{width: modules, height: modules, ops: ops.Bytes()}.fit(side, side), nil
}
