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
	module := side / float64(code.Size)
	var ops graphics
	ops.fill(0)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			start := x
			for code.Black(x, y) {
				x++
			}
			if x > start {
				ops.printf("%s %s %s %s re\n", num(float64(start)*module), num(side-float64(y+1)*module), num(float64(x-start)*module), num(module))
			}
		}
	}
	ops.printf("f\n")
	return art{width: side, height: side, ops: ops.Bytes()}, nil
}
